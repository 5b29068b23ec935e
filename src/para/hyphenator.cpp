#include "para/hyphenator.h"

#include <hyphen.h>

#include <algorithm>
#include <cstdlib>
#include <future>
#include <map>
#include <mutex>
#include <string>
#include <system_error>

namespace kumihan::para {

namespace {

// 4.4: at least two letters before the hyphen, three after it.
constexpr int kLeast = 2, kLeastAfter = 3;
constexpr std::size_t kLongest = 100; // nothing longer is a word

struct Free {
    void operator()(HyphenDict* dictionary) const { hnj_hyphen_free(dictionary); }
};
using Dictionary = std::unique_ptr<HyphenDict, Free>;

std::string upper(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return out;
}

// The names that a language's patterns go by: its own, then with the country the tag or custom names.
std::vector<std::string> file_names(std::string_view language) {
    auto const dash = language.find('-');
    std::string const base(language.substr(0, dash));
    std::vector<std::string> names;
    if (dash != std::string_view::npos) names.push_back(base + "_" + upper(language.substr(dash + 1)));
    if (base == "en") names.insert(names.end(), {"en_US", "en_GB"});
    names.insert(names.end(), {base + "_" + upper(base), base});
    for (auto& name : names) name = "hyph_" + name + ".dic";
    return names;
}

} // namespace

struct Hyphenator::Dictionaries {
    std::vector<std::filesystem::path> folders;
    diag::Sink* sink = nullptr;
    std::mutex mutex;
    std::map<std::string, Dictionary, std::less<>> known;
    std::string expected;
    std::future<Dictionary> reading; // of `expected`

    HyphenDict* of(std::string_view language) {
        std::lock_guard const lock(mutex);
        auto found = known.find(language);
        if (found == known.end()) {
            Dictionary loaded = reading.valid() && language == expected ? reading.get() : load(language);
            if (!loaded)
                sink->report(diag::Code::HyphenationMissing, Span{}, {std::string(language), file_names(language).front()});
            found = known.emplace(std::string(language), std::move(loaded)).first;
        }
        return found->second.get();
    }

    Dictionary load(std::string_view language) const {
        std::error_code error;
        for (auto const& folder : folders)
            for (auto const& name : file_names(language))
                if (std::filesystem::is_regular_file(folder / name, error))
                    if (Dictionary loaded{hnj_hyphen_load((folder / name).c_str())}) return loaded;
        return nullptr;
    }
};

Hyphenator::Hyphenator(std::vector<std::filesystem::path> folders, diag::Sink& sink)
    : dictionaries_(std::make_unique<Dictionaries>()) {
    dictionaries_->folders = std::move(folders);
    dictionaries_->sink = &sink;
}
Hyphenator::~Hyphenator() = default;

void Hyphenator::expect(std::string const& language) {
    Dictionaries& own = *dictionaries_;
    own.expected = language;
    try {
        own.reading = std::async(std::launch::async, [&own] { return own.load(own.expected); });
    } catch (std::system_error const&) { // no thread to be had: read when asked for
    }
}

void Hyphenator::points(std::string_view word, std::string_view language, std::vector<std::uint8_t>& out) const {
    out.clear();
    if (word.size() > kLongest) return;
    HyphenDict* const dictionary = dictionaries_->of(language);
    if (!dictionary) return;
    bool const ascii = std::all_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (!dictionary->utf8 && !ascii) return; // patterns of an older encoding
    auto const size = static_cast<int>(word.size());
    std::string marks(word.size() + 5, '\0');
    char** replacements = nullptr;
    int *places = nullptr, *cuts = nullptr;
    bool const failed = hnj_hyphen_hyphenate3(dictionary, word.data(), size, marks.data(), nullptr, &replacements, &places,
                                              &cuts, kLeast, kLeastAfter, kLeast, kLeastAfter) != 0;
    out.assign(word.size(), 0);
    // Bytes and not letters are marked; an odd number lies between letters. Words spelt otherwise when parted stay whole.
    for (std::size_t at = 0, mark = 0; !failed && at < word.size(); ++at) {
        bool const last_byte = at + 1 == word.size() || (static_cast<unsigned char>(word[at + 1]) & 0xC0) != 0x80;
        if (!last_byte) continue;
        bool const respelt = replacements && replacements[mark];
        if ((marks[mark] & 1) != 0 && !respelt) out[at] = 1;
        ++mark;
    }
    if (replacements) {
        for (std::size_t i = 0; i < word.size(); ++i) std::free(replacements[i]);
        std::free(replacements);
    }
    std::free(places);
    std::free(cuts);
}

std::vector<std::filesystem::path> hyphenation_folders(std::filesystem::path const& own) {
    std::vector<std::filesystem::path> out;
    if (!own.empty()) out.push_back(own);
    char const* const named = std::getenv("XDG_DATA_DIRS");
    std::string_view rest = named && *named ? named : "/usr/local/share:/usr/share";
    while (!rest.empty()) {
        auto const colon = rest.find(':');
        if (auto const one = rest.substr(0, colon); !one.empty()) out.push_back(std::filesystem::path(one) / "hyphen");
        rest = colon == std::string_view::npos ? std::string_view{} : rest.substr(colon + 1);
    }
    return out;
}

} // namespace kumihan::para
