#include "pdf/cff.h"

#include <stdexcept>

namespace kumihan::pdf {
namespace {

struct Damaged : std::runtime_error {
    Damaged() : std::runtime_error("CFF") {}
};

class Reader {
public:
    Reader(std::string_view bytes, std::size_t at) : bytes_(bytes), at_(at) {}
    std::size_t at() const { return at_; }
    unsigned u8() {
        if (at_ >= bytes_.size()) throw Damaged();
        return static_cast<unsigned char>(bytes_[at_++]);
    }
    unsigned u16() {
        unsigned const high = u8();
        return high << 8 | u8();
    }
    std::size_t sized(unsigned bytes) {
        std::size_t value = 0;
        for (unsigned i = 0; i < bytes; ++i)
            value = value << 8 | u8();
        return value;
    }

private:
    std::string_view bytes_;
    std::size_t at_;
};

struct Index {
    std::size_t count = 0, end = 0;
    std::string_view first; // data of entry 0
};

Index read_index(std::string_view table, std::size_t at) {
    Reader reader(table, at);
    Index index;
    index.count = reader.u16();
    if (index.count == 0) {
        index.end = reader.at();
        return index;
    }
    unsigned const offset_size = reader.u8();
    if (offset_size < 1 || offset_size > 4) throw Damaged();
    std::size_t const offsets = reader.at(), base = offsets + (index.count + 1) * offset_size - 1;
    std::size_t const begin = Reader(table, offsets).sized(offset_size);
    std::size_t const next = Reader(table, offsets + offset_size).sized(offset_size);
    std::size_t const last = Reader(table, offsets + index.count * offset_size).sized(offset_size);
    if (begin == 0 || next < begin || base + next > table.size() || base + last > table.size()) throw Damaged();
    index.first = table.substr(base + begin, next - begin);
    index.end = base + last;
    return index;
}

struct TopDict {
    bool cid_keyed = false;
    std::size_t charset = 0, char_strings = 0;
};

TopDict read_top_dict(std::string_view dict) {
    TopDict top;
    Reader reader(dict, 0);
    std::int64_t operand = 0;
    while (reader.at() < dict.size()) {
        unsigned const b = reader.u8();
        if (b <= 21) {
            unsigned const op = b == 12 ? 1200 + reader.u8() : b;
            if (op == 1230) top.cid_keyed = true; // ROS
            if (op == 15 && operand >= 0) top.charset = static_cast<std::size_t>(operand);
            if (op == 17 && operand >= 0) top.char_strings = static_cast<std::size_t>(operand);
        } else if (b == 28) {
            operand = static_cast<std::int16_t>(reader.u16());
        } else if (b == 29) {
            operand = static_cast<std::int32_t>(reader.sized(4));
        } else if (b == 30) { // a real number: nibbles up to 0xF
            for (unsigned pair = 0; (pair & 0x0F) != 0x0F && (pair >> 4) != 0x0F;)
                pair = reader.u8();
        } else if (b >= 32 && b <= 246) {
            operand = static_cast<int>(b) - 139;
        } else if (b >= 247 && b <= 250) {
            operand = static_cast<int>((b - 247) * 256 + reader.u8() + 108);
        } else if (b >= 251 && b <= 254) {
            operand = -static_cast<int>((b - 251) * 256 + reader.u8() + 108);
        }
    }
    return top;
}

std::vector<std::uint16_t> read_cids(std::string_view table, TopDict const& top) {
    std::size_t const count = read_index(table, top.char_strings).count;
    std::vector<std::uint16_t> cids{0};
    cids.reserve(count);
    if (top.charset <= 2) { // a predefined charset, which CID-keyed fonts must not name: take it as identity
        for (std::size_t i = 1; i < count; ++i)
            cids.push_back(static_cast<std::uint16_t>(i));
        return cids;
    }
    Reader reader(table, top.charset);
    unsigned const format = reader.u8();
    if (format > 2) throw Damaged();
    while (cids.size() < count) {
        unsigned const first = reader.u16();
        unsigned const more = format == 0 ? 0 : format == 1 ? reader.u8() : reader.u16();
        for (unsigned i = 0; i <= more && cids.size() < count; ++i)
            cids.push_back(static_cast<std::uint16_t>(first + i));
    }
    return cids;
}

} // namespace

std::optional<CffCharset> cff_charset(std::string_view table) {
    try {
        Reader header(table, 2);
        Index const names = read_index(table, header.u8());
        Index const tops = read_index(table, names.end);
        if (tops.count != 1) return std::nullopt;
        TopDict const top = read_top_dict(tops.first);
        CffCharset charset;
        charset.cid_keyed = top.cid_keyed;
        if (top.cid_keyed) charset.cids = read_cids(table, top);
        return charset;
    } catch (Damaged const&) {
        return std::nullopt;
    }
}

} // namespace kumihan::pdf
