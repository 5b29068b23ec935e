// Store: indirect objects and their serialisation, by libharu; the only file pair that knows libharu (pdf-writing.md
// section 10). An object is reserved first and gets its body later, so that objects may refer to each other freely.
// A body is the text between << and >> and, for a stream, bytes that are already filtered.
// Out: a %PDF-1.7 file with a classic cross-reference table and an /ID made from all bytes before it.
// Invariants: nothing is thrown through libharu's frames; offsets never pass 2^31-1 (libharu clamps them there).
#pragma once

#include "pdf/output.h"

#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

namespace kumihan::pdf {

struct Ref {
    std::uint32_t id = 0;
    explicit operator bool() const { return id != 0; }
};
void put_ref(std::string& out, Ref ref); // "12 0 R"

struct StoreError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

class Store {
public:
    Store(); // throws StoreError where the library at hand is none of those this code was made for
    ~Store();
    Store(Store const&) = delete;
    Store& operator=(Store const&) = delete;

    Ref reserve();
    void set(Ref ref, std::string entries); // of different objects: from any thread while none is reserved
    Ref add(std::string entries) {
        Ref const ref = reserve();
        set(ref, std::move(entries));
        return ref;
    }
    void set_stream(Ref ref, std::string entries, std::string data); // /Length is added
    // Bytes held by someone else, alive until save() through `owner`.
    void set_stream(Ref ref, std::string entries, std::string_view data, std::shared_ptr<void const> owner);

    Ref page_root() const;
    void set_page_root(std::string entries); // beside /Type
    void set_catalog(std::string entries);   // beside /Type and /Pages
    void set_info(std::string entries);

    std::size_t count() const; // indirect objects

    enum class Saved : std::uint8_t { Yes, OutputFailed, TooLarge };
    static constexpr std::uint64_t kLargest = 0x7FFFFFFF;
    Saved save(Output& output, std::uint64_t largest = kLargest); // throws StoreError when the library fails

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace kumihan::pdf
