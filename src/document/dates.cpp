#include "document/dates.h"

#include "base/utf8.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <memory>

#include <unicode/calendar.h>
#include <unicode/dtfmtsym.h>
#include <unicode/gregocal.h>
#include <unicode/locid.h>

namespace kumihan::document {
namespace {

using diag::Code;

constexpr std::array<std::string_view, 7> kWeekdays{"日", "月", "火", "水", "木", "金", "土"};
constexpr std::array<std::string_view, 7> kEnglishWeekdays{"sunday",   "monday", "tuesday", "wednesday",
                                                           "thursday", "friday", "saturday"};

bool is_leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }
int days_in(int year, int month) {
    constexpr std::array<int, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

struct EraYear {
    std::string era; // 令和
    int year = 0;
};

// ICU's Japanese calendar at noon UTC of a Gregorian day: the machine's time zone has no say.
std::optional<EraYear> era_of(int year, int month, int day) {
    UErrorCode error = U_ZERO_ERROR;
    icu::Locale const locale("ja", "JP", nullptr, "calendar=japanese");
    std::unique_ptr<icu::Calendar> const japanese(
        icu::Calendar::createInstance(icu::TimeZone::getGMT()->clone(), locale, error));
    icu::GregorianCalendar gregorian(icu::TimeZone::getGMT()->clone(), error);
    if (U_FAILURE(error)) return std::nullopt;
    gregorian.set(year, month - 1, day, 12, 0, 0);
    japanese->setTime(gregorian.getTime(error), error);
    auto const era = japanese->get(UCAL_ERA, error);
    auto const era_year = japanese->get(UCAL_YEAR, error);
    icu::DateFormatSymbols const symbols(locale, "japanese", error);
    if (U_FAILURE(error)) return std::nullopt;
    int32_t count = 0;
    auto const* const names = symbols.getEras(count);
    if (era < 0 || era >= count) return std::nullopt;
    EraYear out;
    names[era].toUTF8String(out.era);
    out.year = era_year;
    return out;
}

std::string era_text(EraYear const& era) { return era.era + (era.year == 1 ? "元" : std::to_string(era.year)); }

// Reading: ASCII digits, full-width ones taken for them.
class Reader {
public:
    explicit Reader(std::string_view text) {
        for (std::size_t i = 0; i < text.size();) {
            auto const decoded = utf8::decode(text, i);
            auto c = decoded.code_point;
            if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;
            if (c == 0x3000) c = ' ';
            if (c != ' ' && c != '\t') text_ += c;
            i += decoded.length;
        }
    }
    bool at_end() const { return at_ >= text_.size(); }
    bool take(std::u32string_view word) {
        if (text_.compare(at_, word.size(), word) != 0) return false;
        at_ += word.size();
        return true;
    }
    // Digits, at most four.
    std::optional<int> number(std::size_t* digits = nullptr) {
        std::size_t const from = at_;
        int value = 0;
        while (!at_end() && text_[at_] >= '0' && text_[at_] <= '9' && at_ - from < 5)
            value = value * 10 + static_cast<int>(text_[at_++] - '0');
        if (at_ == from || at_ - from > 4) return std::nullopt;
        if (digits) *digits = at_ - from;
        return value;
    }
    std::u32string_view rest() const { return std::u32string_view{text_}.substr(at_); }

private:
    std::u32string text_;
    std::size_t at_ = 0;
};

struct Era {
    std::u32string_view name, letter;
    int first_year;
};
constexpr Era kEras[] = {
    {U"令和", U"R", 2019}, {U"平成", U"H", 1989}, {U"昭和", U"S", 1926}, {U"大正", U"T", 1912}, {U"明治", U"M", 1868}};

} // namespace

bool is_valid(Date const& date) {
    if (date.year < 1 || date.year > 9999) return false;
    if (date.precision == DatePrecision::Year) return true;
    if (date.month < 1 || date.month > 12) return false;
    return date.precision == DatePrecision::Month || (date.day >= 1 && date.day <= days_in(date.year, date.month));
}

int weekday_of(Date const& date) {
    UErrorCode error = U_ZERO_ERROR;
    icu::GregorianCalendar calendar(icu::TimeZone::getGMT()->clone(), error);
    if (U_FAILURE(error)) return 0;
    calendar.set(date.year, date.month - 1, date.day, 12, 0, 0);
    return calendar.get(UCAL_DAY_OF_WEEK, error) - UCAL_SUNDAY;
}

std::string_view weekday_name(int index) { return kWeekdays[static_cast<std::size_t>(index) % kWeekdays.size()]; }

std::optional<int> parse_weekday(std::string_view text) {
    std::string lower;
    for (char const c : text)
        lower += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    for (std::size_t i = 0; i < kWeekdays.size(); ++i) {
        auto const& name = kWeekdays[i];
        for (std::string_view const tail : {"", "曜", "曜日"})
            if (lower == std::string{name} + std::string{tail}) return static_cast<int>(i);
        if (lower == kEnglishWeekdays[i] || (lower.size() == 3 && kEnglishWeekdays[i].starts_with(lower)))
            return static_cast<int>(i);
    }
    return std::nullopt;
}

std::string iso_date(Date const& date) {
    auto padded = [](int value, std::size_t width) {
        auto text = std::to_string(value);
        return std::string(text.size() < width ? width - text.size() : 0, '0').append(text);
    };
    auto out = padded(date.year, 4);
    if (date.precision != DatePrecision::Year) out.append("-").append(padded(date.month, 2));
    if (date.precision == DatePrecision::Day) out.append("-").append(padded(date.day, 2));
    return out;
}

std::string format_date(Date const& date, DateStyle style, Weekdays weekdays) {
    if (!is_valid(date)) return {};
    int const month = date.precision == DatePrecision::Year ? 12 : date.month;
    int const day = date.precision == DatePrecision::Day ? date.day : days_in(date.year, month);
    auto out = std::to_string(date.year) + "年";
    if (style != DateStyle::Seireki) {
        // The eras before Meiji go by another calendar: such dates are given in Western years.
        auto const era = date.year >= 1873 ? era_of(date.year, month, day) : std::nullopt;
        if (era && style == DateStyle::Wareki) out = era_text(*era) + "年";
        if (era && style == DateStyle::Both) out += "（" + era_text(*era) + "年）";
    }
    if (date.precision == DatePrecision::Year) return out;
    out += std::to_string(date.month) + "月";
    if (date.precision == DatePrecision::Month) return out;
    out += std::to_string(date.day) + "日";
    if (weekdays == Weekdays::Yes) out.append("（").append(weekday_name(weekday_of(date))).append("）");
    return out;
}

std::optional<ParsedDate> parse_date(std::string_view text) {
    Reader in(text);
    ParsedDate out;
    std::size_t digits = 4;
    int era_first = 0;
    for (auto const& era : kEras)
        if (in.take(era.name) || in.take(era.letter)) {
            era_first = era.first_year;
            break;
        }
    auto const year = era_first && in.take(U"元") ? std::optional{1} : in.number(&digits);
    if (!year) return std::nullopt;
    if (!era_first && digits != 4) return std::nullopt;
    out.date.year = era_first ? era_first + *year - 1 : *year;
    out.iso = era_first == 0;

    auto separator = [&](std::u32string_view japanese) {
        if (in.take(U"-")) return true;
        bool const other = in.take(japanese) || in.take(U"/") || in.take(U".");
        if (other) out.iso = false;
        return other;
    };
    bool const more = separator(U"年");
    if (more && !in.at_end()) {
        if (auto const month = in.number(&digits)) {
            out.date.month = *month;
            out.date.precision = DatePrecision::Month;
            if (digits != 2) out.iso = false;
            if (separator(U"月") && !in.at_end()) {
                if (auto const day = in.number(&digits)) {
                    out.date.day = *day;
                    out.date.precision = DatePrecision::Day;
                    if (digits != 2) out.iso = false;
                    if (in.take(U"日")) out.iso = false;
                }
            }
        }
    }
    if (in.take(U"(")) {
        auto const rest = in.rest();
        auto const close = rest.find(U')');
        if (close == std::u32string_view::npos || close + 1 != rest.size()) return std::nullopt;
        out.weekday_text = utf8::from_utf32(rest.substr(0, close));
        out.weekday = parse_weekday(out.weekday_text);
        if (!out.weekday) return std::nullopt;
    } else if (!in.at_end()) {
        return std::nullopt;
    }
    return out;
}

Date read_date(yaml::Node node, std::string_view key, diag::Sink& sink) {
    if (node.is_null()) return {};
    auto const text = yaml::as_text(node, key, sink);
    if (!text) return {};
    auto parsed = parse_date(*text);
    if (!parsed) {
        bool const quoted = text->starts_with("「") || text->starts_with("『");
        sink.report(quoted ? Code::ValueInBrackets : Code::DateUnreadable, node.span(), {std::string{key}, *text});
        return {};
    }
    parsed->date.span = node.span();
    if (!is_valid(parsed->date)) {
        sink.report(Code::DateImpossible, node.span(), {std::string{key}, *text});
        return {};
    }
    if (!parsed->iso) sink.report(Code::DateNotIso, node.span(), {std::string{key}, *text, iso_date(parsed->date)});
    if (parsed->weekday && parsed->date.precision == DatePrecision::Day && *parsed->weekday != weekday_of(parsed->date))
        sink.report(
            Code::WeekdayMismatch, node.span(),
            {iso_date(parsed->date), parsed->weekday_text, std::string{weekday_name(weekday_of(parsed->date))}});
    return parsed->date;
}

void check_weekdays(RichText const& rich, diag::Sink& sink) {
    // From each 日( or 日（ backwards: the day, the month, the year are the text before it.
    std::string_view const text = rich.text;
    for (auto at = text.find("日"); at != std::string_view::npos; at = text.find("日", at + 3)) {
        auto open = at + 3;
        bool const wide = text.substr(open).starts_with("（");
        if (!wide && !text.substr(open).starts_with("(")) continue;
        open += wide ? 3 : 1;
        auto const close = text.find(wide ? "）" : ")", open);
        if (close == std::string_view::npos || close - open > 9) continue;
        auto const weekday = parse_weekday(text.substr(open, close - open));
        if (!weekday) continue;
        // The longest start that reads as a date: 令和元年6月15日 rather than 元年6月15日.
        auto const from = at > 40 ? at - 40 : 0;
        for (auto begin = from; begin < at; ++begin) {
            if ((static_cast<std::uint8_t>(text[begin]) & 0xC0) == 0x80) continue;
            if (begin > 0 && std::isdigit(static_cast<unsigned char>(text[begin - 1]))) continue;
            auto parsed = parse_date(text.substr(begin, at + 3 - begin));
            if (!parsed || parsed->date.precision != DatePrecision::Day) continue;
            if (is_valid(parsed->date) && weekday_of(parsed->date) != *weekday) {
                Span span;
                for (auto const& piece : rich.pieces) {
                    bool const holds = piece.text_begin <= begin && begin < piece.text_begin + piece.length;
                    if (!holds) continue;
                    auto const into = static_cast<std::uint32_t>(begin) - piece.text_begin;
                    auto const length = std::min<std::size_t>(close + (wide ? 3 : 1) - begin, piece.length - into);
                    span = piece.source;
                    if (piece.length == piece.source.end - piece.source.begin) {
                        span.begin += into;
                        span.end = span.begin + static_cast<std::uint32_t>(length);
                    }
                }
                sink.report(Code::WeekdayMismatch, span,
                            {iso_date(parsed->date), std::string{text.substr(open, close - open)},
                             std::string{weekday_name(weekday_of(parsed->date))}});
            }
            break;
        }
    }
}

} // namespace kumihan::document
