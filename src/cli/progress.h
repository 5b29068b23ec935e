// A line on the terminal that says which stage is at work, once a build has taken longer than a second.
#pragma once

#include "diag/print.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

namespace kumihan::cli {

class Progress {
public:
    explicit Progress(diag::Language language); // does nothing unless standard error is a terminal
    ~Progress() { stop(); }
    Progress(Progress const&) = delete;
    Progress& operator=(Progress const&) = delete;
    void stage(std::string_view name);
    void stop(); // wipes the line

private:
    void run();

    diag::Language language_;
    bool active_ = false;
    bool done_ = false;
    std::string stage_;
    std::mutex mutex_;
    std::condition_variable wake_;
    std::thread thread_;
};

} // namespace kumihan::cli
