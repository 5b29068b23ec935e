#include "pdf/cff.h"

#include "pdf/books.h"
#include "support/catch.h"

using namespace kumihan;

namespace {

std::string bytes(std::initializer_list<int> values) {
    std::string out;
    for (int const value : values)
        out += static_cast<char>(value);
    return out;
}

// A CFF table of four glyphs: header, Name INDEX ("A"), Top DICT, then at `charset` and `char_strings` what they name.
// Integers of the Top DICT in the five-byte form, so that its length does not depend on them.
std::string table(bool cid_keyed, std::string const& charset) {
    std::string const ros = cid_keyed ? bytes({139, 139, 139, 12, 30}) : std::string(); // 0 0 0 ROS
    auto const integer = [](std::size_t value) {
        return bytes({29, 0, 0, static_cast<int>(value >> 8), static_cast<int>(value & 255)});
    };
    std::string const header = bytes({1, 0, 4, 1});
    std::string const names = bytes({0, 1, 1, 1, 2, 'A'});
    std::size_t const dict_size = ros.size() + 12;
    std::size_t const start = header.size() + names.size() + 5 + dict_size;
    std::string const dict = ros + integer(start) + bytes({15}) + integer(start + charset.size()) + bytes({17});
    std::string const tops = bytes({0, 1, 1, 1, static_cast<int>(1 + dict.size())}) + dict;
    std::string const char_strings = bytes({0, 4, 1, 1, 2, 3, 4, 5, 14, 14, 14, 14});
    return header + names + tops + charset + char_strings;
}

} // namespace

TEST_CASE("charset: the three formats give the CID of each glyph") {
    std::vector<std::uint16_t> const expected{0, 7, 8, 300};
    CHECK(pdf::cff_charset(table(true, bytes({0, 0, 7, 0, 8, 1, 44})))->cids == expected);
    CHECK(pdf::cff_charset(table(true, bytes({1, 0, 7, 1, 1, 44, 0})))->cids == expected);
    CHECK(pdf::cff_charset(table(true, bytes({2, 0, 7, 0, 1, 1, 44, 0, 0})))->cids == expected);
}

TEST_CASE("charset: a name-keyed face says so") {
    auto const charset = pdf::cff_charset(table(false, bytes({0, 0, 1, 0, 2, 0, 3})));
    REQUIRE(charset);
    CHECK_FALSE(charset->cid_keyed);
}

TEST_CASE("charset: damage is no value, and nothing beyond the end is read") {
    std::string const whole = table(true, bytes({2, 0, 7, 0, 1, 1, 44, 0, 0}));
    for (std::size_t length = 0; length < whole.size(); ++length) {
        std::string const cut = whole.substr(0, length); // a copy of its own, so that tools see a byte too far
        (void)pdf::cff_charset(cut);
    }
    CHECK_FALSE(pdf::cff_charset(""));
    CHECK_FALSE(pdf::cff_charset(whole.substr(0, whole.size() - 12)));
    CHECK_FALSE(pdf::cff_charset(table(true, bytes({3, 0, 7, 0, 1, 1, 44, 0, 0})))); // no such format
    for (std::size_t at = 0; at < whole.size(); ++at)
        for (int const value : {0, 1, 127, 255}) {
            std::string changed = whole;
            changed[at] = static_cast<char>(value);
            (void)pdf::cff_charset(changed);
        }
}
