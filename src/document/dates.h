// Dates as authors write them and as they are printed. Written in ISO form as exactly as known (2019, 2019-06,
// 2019-06-15), optionally with the weekday in brackets; other common forms are understood, reported, and shown
// rewritten. Eras come from ICU's Japanese calendar. A year or month that holds a change of era is named by the era at
// its end (2019 is 令和元年, 2019-04 is 平成31年4月).
#pragma once

#include "diag/sink.h"
#include "document/model.h"
#include "yaml/decode.h"

#include <optional>
#include <string>
#include <string_view>

namespace kumihan::document {

enum class Weekdays : std::uint8_t { No, Yes };

// 令和元年6月15日（土） · 2019年6月15日（土） · 2019年（令和元年）6月15日（土）; the weekday only with a full date.
std::string format_date(Date const& date, DateStyle style, Weekdays weekdays);

bool is_valid(Date const& date);
int weekday_of(Date const& date);                        // 0 日 … 6 土; the date is valid and full
std::string_view weekday_name(int index);                // 日 … 土
std::optional<int> parse_weekday(std::string_view text); // 土, 土曜, 土曜日, Sat, Saturday

// Reads a date field. Reports at the node and returns an empty date where there is none.
Date read_date(yaml::Node node, std::string_view key, diag::Sink& sink);
// The same for a text; `iso`: whether it stood in ISO form. No report.
struct ParsedDate {
    Date date;
    std::optional<int> weekday;
    std::string weekday_text;
    bool iso = true;
};
std::optional<ParsedDate> parse_date(std::string_view text);

std::string iso_date(Date const& date);

// Dates with year and weekday within running text, 2019年6月15日(日), checked against the calendar.
void check_weekdays(RichText const& text, diag::Sink& sink);

} // namespace kumihan::document
