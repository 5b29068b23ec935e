#include "cli/arguments.h"

#include "cli/resources.h"
#include "yaml/decode.h"

#include <CLI/CLI.hpp>

#include <cstdlib>
#include <map>

namespace kumihan::cli {

namespace {

diag::Language language_of_environment() {
    for (char const* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        char const* value = std::getenv(name);
        if (!value || !*value) continue;
        std::string_view const text(value);
        // "C" says nothing about the reader, and the editors are Japanese.
        if (text.starts_with("ja") || text == "C" || text.starts_with("C.") || text == "POSIX")
            return diag::Language::Japanese;
        return diag::Language::English;
    }
    return diag::Language::Japanese;
}

// Help is worded before options are parsed, so --lang is looked for first.
diag::Language language_of(int argc, char const* const* argv) {
    for (int i = 1; i < argc; ++i) {
        std::string_view const word(argv[i]);
        std::string_view value;
        if (word == "--lang" && i + 1 < argc) value = argv[i + 1];
        if (word.starts_with("--lang=")) value = word.substr(7);
        if (value == "ja") return diag::Language::Japanese;
        if (value == "en") return diag::Language::English;
    }
    return language_of_environment();
}

// The words of a command line that may be meant by one that is not known.
std::vector<std::string> known_words(CLI::App const& app) {
    std::vector<std::string> words;
    auto const options = [&](CLI::App const& one) {
        for (CLI::Option const* option : one.get_options())
            for (std::string const& name : option->get_lnames())
                words.push_back("--" + name);
    };
    options(app);
    for (CLI::App const* command : app.get_subcommands(nullptr)) {
        words.push_back(command->get_name());
        options(*command);
    }
    return words;
}

// What was wrong and what may be meant, in the reader's language; CLI11's own sentences are English.
std::string usage_problem(CLI::ParseError const& error, CLI::App const& app, diag::Language language) {
    bool const japanese = language == diag::Language::Japanese;
    auto say = [&](char const* ja, char const* en) { return std::string(japanese ? ja : en); };
    std::string const what = error.what();
    if (dynamic_cast<CLI::ExtrasError const*>(&error)) {
        std::string const word = what.substr(what.rfind(' ') + 1);
        auto const words = known_words(app);
        std::vector<std::string_view> const candidates(words.begin(), words.end());
        auto const near = yaml::nearest(word, candidates);
        std::string out = say("「", "'") + word + say("」は使えません。", "' is not known.");
        if (!near.empty()) out += say("「", " Do you mean '") + std::string(near) + say("」のことですか。", "'?");
        return out;
    }
    // "--jobs: 1000 not in range [0 - 256]": the option and the value are for the reader, the rest is the library's.
    auto const colon = what.find(": ");
    std::string const option = colon == std::string::npos ? what : what.substr(0, colon);
    if (dynamic_cast<CLI::ArgumentMismatch const*>(&error))
        return option + say(" には値が要ります。", " needs a value.");
    if (dynamic_cast<CLI::ValidationError const*>(&error) || dynamic_cast<CLI::ConversionError const*>(&error)) {
        std::string value = colon == std::string::npos ? std::string() : what.substr(colon + 2);
        if (japanese) {
            auto const swap = [&](std::string_view from, std::string_view to) {
                if (auto const at = value.find(from); at != std::string::npos) value.replace(at, from.size(), to);
            };
            if (value.starts_with("Value ")) value.erase(0, 6);
            if (value.find(" not in range ") != std::string::npos) value += "）";
            if (value.find(" not in {") != std::string::npos) value += " のどれか）";
            if (value.find(" not in range [") != std::string::npos) { // of CLI11 2.4; before: 0 to 256
                swap("[", "");
                swap(" - ", " to ");
                swap("]", "");
            }
            swap(" not in range ", "（範囲は ");
            swap(" to ", " から ");
            swap(" not in {", "（");
            swap("}", "");
        }
        return option + say(" の値が使えません：", ": the value cannot be used: ") + value;
    }
    return say("使い方の誤りです：", "usage: ") + what;
}

} // namespace

Parsed parse(int argc, char const* const* argv) {
    diag::Language const language = language_of(argc, argv);
    auto say = [&](char const* japanese, char const* english) {
        return std::string(language == diag::Language::Japanese ? japanese : english);
    };

    Arguments a;
    a.print.language = language;
    CLI::App app{say("kumihan（組版）：YAML で書いた計画書を、ページのある日本語の PDF に組みます。",
                     "kumihan: typesets plans written in YAML as paginated Japanese PDF.")};
    app.name("kumihan");
    app.option_defaults()->group(say("オプション", "Options")); // of the commands too
    app.set_version_flag("--version", std::string("kumihan ") + KUMIHAN_VERSION,
                         say("版を表示する", "print the version"));
    app.set_help_flag("-h,--help", say("この説明を表示する", "print this help"));
    app.require_subcommand(0, 1); // none: build
    app.fallthrough();
    app.get_formatter()->column_width(34);
    app.get_formatter()->label("REQUIRED", say("必須", "required"));
    for (auto const& [label, japanese] : {std::pair{"Usage", "使い方"}, std::pair{"Positionals", "指定するもの"},
                                          std::pair{"OPTIONS", "オプション"}, std::pair{"SUBCOMMAND", "できること"}})
        app.get_formatter()->label(label, say(japanese, label));

    std::string lang, format = "human", dump, schema_kind;
    app.add_option("--lang", lang, say("メッセージの言語：ja / en", "language of messages: ja, en"))
        ->check(CLI::IsMember({"ja", "en"}));
    app.add_option("--format", format,
                   say("メッセージの形：human / short / json", "form of messages: human, short, json"))
        ->check(CLI::IsMember({"human", "short", "json"}));

    std::string folder = "plan-sources", output, cache;
    bool no_cache = false;
    auto plan_options = [&](CLI::App& command) {
        command.add_option("DIR", folder,
                           say("plan.yaml のあるフォルダー（なければ plan-sources）",
                               "folder that holds plan.yaml (default plan-sources)"));
        command.add_option("--layout", a.options.layout,
                           say("レイアウトの名前かファイル（plan.yaml の指定に代えて）",
                               "layout name or file, in place of the plan's"));
        command.add_option("--jobs", a.options.jobs, say("同時に動かす数（0：自動）", "threads (0: automatic)"))
            ->check(CLI::Range(0, 256));
        command.add_flag("--timings", a.timings, say("段階ごとの時間を表示する", "print the time of each stage"));
        command.add_flag("--report", a.options.report,
                         say("行の組み上がりを数え、いちばん悪い行を並べる",
                             "count how well the lines are set and list the worst"));
        command.add_flag("--draft", a.options.draft,
                         say("使えない写真を目印で置き換えて進める",
                             "go on with marked placeholders for photos that cannot be used"));
        command.add_flag("--furigana", a.options.furigana,
                         say("総ルビ版を作る（読みの分かる漢字の語すべてにルビを付ける）",
                             "make a furigana edition: ruby over every kanji word whose reading is known"));
        command.add_option("--cache", cache, say("整えた写真を残しておくフォルダー", "folder of prepared photos"));
        command.add_flag("--no-cache", no_cache, say("写真の控えを使わない", "do not keep prepared photos"));
        command
            .add_option("--dump", dump,
                        say("途中の段階を表示する：document / layout / styled / lines / breaks / pages",
                            "print a stage: document, layout, styled, lines, breaks, pages"))
            ->check(CLI::IsMember({"document", "layout", "styled", "lines", "breaks", "pages"}));
        command.add_option("--output", output,
                           say("できあがりを置くフォルダー（なければ DIR のとなりの output）",
                               "folder of the result (default: output beside DIR)"));
        command.add_flag(
            "--readable-pdf", a.options.readable_pdf,
            say("PDF を圧縮せずに書く（調べるため）", "write the PDF without compression, to look into it"));
    };
    CLI::App& build = *app.add_subcommand("build", say("PDF を作る", "make the PDF"));
    plan_options(build);
    CLI::App& check =
        *app.add_subcommand("check", say("原稿を調べるだけで、PDF は書かない", "check the sources, write nothing"));
    plan_options(check);
    CLI::App& plan = *app.add_subcommand("plan", say("台割（ページの割り付け）を表にして出す", "print the plan of the pages as a table"));
    plan_options(plan);
    int signature = 0;
    plan.add_option("--signature", signature, say("折ごとに区切る：4 / 8 / 16 / 32 ページ", "mark signatures of 4, 8, 16 or 32 pages"))
        ->check(CLI::IsMember({4, 8, 16, 32}));
    std::string new_folder;
    CLI::App& start = *app.add_subcommand("new", say("新しい計画書のひな形を置く（上書きはしない）",
                                                     "write a plan to begin with (nothing is written over)"));
    start.add_option("DIR", new_folder, say("置くフォルダー（なければ作る）", "folder to write into, made if need be"))
        ->required();
    CLI::App& schema = *app.add_subcommand("schema", say("エディターのための JSON Schema を出す",
                                                         "print JSON Schemas, for editors that complete while typing"));
    schema.add_option("KIND", schema_kind, "plan / chapter / layout")
        ->check(CLI::IsMember({"plan", "chapter", "layout"}));
    schema.add_option("--output", output, say("三つとも書き出すフォルダー", "folder to write all three into"));

    for (CLI::App* command : app.get_subcommands(nullptr)) {
        command->group(say("できること", "Subcommands"));
        command->get_help_ptr()->group(app.option_defaults()->get_group());
    }

    Parsed result;
    try {
        app.parse(argc, argv);
    } catch (CLI::ParseError const& error) {
        bool const asked = error.get_exit_code() == 0; // --help, --version
        std::ostringstream out, err;
        app.exit(error, out, err);
        result.text = asked ? out.str()
                            : usage_problem(error, app, language) + "\n" +
                                  say("kumihan --help で使い方を表示します。\n", "see kumihan --help\n");
        result.status = asked ? 0 : 2;
        return result;
    }

    a.print.format = format == "json"    ? diag::Format::Json
                     : format == "short" ? diag::Format::Short
                                         : diag::Format::Human;
    if (schema.parsed()) {
        a.command = Command::Schema;
        static std::map<std::string, driver::FileKind> const kKinds{{"plan", driver::FileKind::Plan},
                                                                    {"chapter", driver::FileKind::Chapter},
                                                                    {"layout", driver::FileKind::Layout}};
        if (!schema_kind.empty()) a.schema = kKinds.at(schema_kind);
        a.schema_folder = output;
        if (!a.schema && output.empty()) {
            result.text = say("kumihan schema plan|chapter|layout、または --output でフォルダーを指定してください。\n",
                              "name a kind (plan, chapter, layout) or a folder with --output\n");
            result.status = 2;
            return result;
        }
        result.arguments = std::move(a);
        return result;
    }
    Resources const resources = find_resources();
    if (start.parsed()) {
        a.command = Command::New;
        a.templates = resources.templates;
        a.new_folder = std::filesystem::path(new_folder).lexically_normal();
        result.arguments = std::move(a);
        return result;
    }
    a.command = check.parsed() ? Command::Check : plan.parsed() ? Command::Plan : Command::Build;
    if (plan.parsed())
        a.options.plan = driver::PlanOptions{language, a.print.format == diag::Format::Json, signature};
    a.options.write = a.command == Command::Build;
    // A trailing slash or a dot would hide the folder's own name from parent_path().
    a.options.folder = std::filesystem::path(folder).lexically_normal();
    if (!a.options.folder.has_filename() && a.options.folder.has_parent_path())
        a.options.folder = a.options.folder.parent_path();
    if (a.options.folder.filename() == "plan.yaml") { // the file itself was named
        a.options.folder = a.options.folder.parent_path();
        if (a.options.folder.empty()) a.options.folder = ".";
    }
    std::error_code error;
    auto const beside =
        std::filesystem::weakly_canonical(std::filesystem::absolute(a.options.folder, error), error).parent_path();
    a.options.output =
        output.empty() ? std::filesystem::proximate(beside / "output", error) : std::filesystem::path(output);
    if (!no_cache) a.options.cache = cache.empty() ? a.options.output / ".photos" : std::filesystem::path(cache);
    static std::map<std::string, driver::Stage> const kStages{{"document", driver::Stage::Document},
                                                              {"layout", driver::Stage::Layout},
                                                              {"styled", driver::Stage::Styled},
                                                              {"lines", driver::Stage::Lines},
                                                              {"breaks", driver::Stage::Breaks},
                                                              {"pages", driver::Stage::Pages}};
    if (!dump.empty()) a.options.dump = kStages.at(dump);
    a.options.layouts = resources.layouts;
    a.options.fonts = resources.fonts;
    a.options.hyphenation = resources.hyphenation;
    result.arguments = std::move(a);
    return result;
}

} // namespace kumihan::cli
