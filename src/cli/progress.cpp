#include "cli/progress.h"

#include <chrono>
#include <cstdio>
#include <cstring>
#include <unistd.h>

namespace kumihan::cli {

namespace {

struct Words {
    std::string_view stage;
    char const *japanese, *english;
};
constexpr Words kWords[] = {
    {"sources", "原稿を読んでいます", "reading the sources"},
    {"layout", "レイアウトを読んでいます", "reading the layout"},
    {"fonts", "フォントを開いています", "opening fonts"},
    {"photos", "写真を整えています", "preparing photos"},
    {"style", "体裁を決めています", "styling"},
    {"lines", "行を組んでいます", "composing lines"},
    {"pages", "ページを組んでいます", "composing pages"},
    {"pdf", "PDF を書いています", "writing the PDF"},
};

} // namespace

Progress::Progress(diag::Language language) : language_(language) {
    char const* term = std::getenv("TERM");
    active_ = ::isatty(STDERR_FILENO) && term && std::strcmp(term, "dumb") != 0;
    if (active_) thread_ = std::thread([this] { run(); });
}

void Progress::stage(std::string_view name) {
    if (!active_) return;
    std::lock_guard lock(mutex_);
    stage_ = name;
    wake_.notify_all();
}

void Progress::stop() {
    if (!active_) return;
    {
        std::lock_guard lock(mutex_);
        done_ = true;
        wake_.notify_all();
    }
    thread_.join();
    active_ = false;
}

void Progress::run() {
    std::unique_lock lock(mutex_);
    if (wake_.wait_for(lock, std::chrono::seconds(1), [&] { return done_; })) return;
    std::string shown;
    while (!done_) {
        if (shown != stage_) {
            shown = stage_;
            for (Words const& words : kWords)
                if (words.stage == shown)
                    std::fprintf(stderr, "\r\x1b[K%s…",
                                 language_ == diag::Language::Japanese ? words.japanese : words.english);
            std::fflush(stderr);
        }
        wake_.wait(lock);
    }
    std::fputs("\r\x1b[K", stderr);
    std::fflush(stderr);
}

} // namespace kumihan::cli
