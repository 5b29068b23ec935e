#include "pdf/haru.h"

#include "pdf/syntax.h"

#include <hpdf.h>
#include <hpdf_objects.h>
#include <hpdf_utils.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <array>
#include <cstring>
#include <deque>

// Struct fields are used, so the version matters: HPDF_Dict_Rec, HPDF_Stream_Rec and the writing of objects are the
// same in 2.3.0 (Debian 12) and 2.4.x (Debian 13).
static_assert(HPDF_MAJOR_VERSION == 2 && (HPDF_MINOR_VERSION == 3 || HPDF_MINOR_VERSION == 4));

namespace kumihan::pdf {
namespace {

struct Body {
    std::string entries;
    std::string_view bytes; // of a stream, held by `owner`
    std::shared_ptr<void const> owner;
    bool stream = false;
    HPDF_Stream target = nullptr; // while it is written
};

HPDF_STATUS put(HPDF_Stream stream, std::string_view bytes) {
    // libharu counts in 32 bits; a stream of that size is refused long before by the writer's limit
    return HPDF_Stream_Write(stream, reinterpret_cast<HPDF_BYTE const*>(bytes.data()),
                             static_cast<HPDF_UINT>(bytes.size()));
}

// libharu has written "<<"; it writes ">>" after us.
HPDF_STATUS write_entries(HPDF_Dict dict, HPDF_Stream stream) {
    auto* const body = static_cast<Body*>(dict->attr);
    body->target = stream;
    return put(stream, body->entries);
}

// The bytes of a stream go here rather than through a DictStream, which costs a second object for the length and a
// copy.
HPDF_STATUS write_bytes_after(HPDF_Dict dict) {
    auto* const body = static_cast<Body*>(dict->attr);
    if (!body->stream) return HPDF_OK;
    HPDF_STATUS status = put(body->target, "\nstream\n");
    if (status == HPDF_OK) status = put(body->target, body->bytes);
    if (status == HPDF_OK) status = put(body->target, "\nendstream");
    return status;
}

// XXH3 as the bytes pass. Not for secrets: two files of one name that differ get different ids.
class ContentHash {
public:
    ContentHash() { XXH3_128bits_reset(&state_); }
    void add(char const* bytes, std::size_t count) { XXH3_128bits_update(&state_, bytes, count); }
    std::string digest() const { // 16 bytes
        XXH128_canonical_t canonical;
        XXH128_canonicalFromHash(&canonical, XXH3_128bits_digest(&state_));
        return {reinterpret_cast<char const*>(canonical.digest), sizeof canonical.digest};
    }

private:
    XXH3_state_t state_;
};

// libharu writes in pieces of a few bytes; they are gathered here.
class Gather {
public:
    Gather(Output& output, std::uint64_t largest) : output_(output), largest_(largest) { buffer_.reserve(kRoom); }

    HPDF_STATUS write(char const* bytes, std::size_t count) {
        written_ += count;
        if (written_ > largest_) {
            too_large_ = true;
            return HPDF_FILE_IO_ERROR;
        }
        if (buffer_.size() + count > kRoom && !flush()) return HPDF_FILE_IO_ERROR;
        if (count > kRoom) return pass_on(bytes, count) ? HPDF_OK : HPDF_FILE_IO_ERROR;
        buffer_.append(bytes, count); // within the reserved room: no allocation, nothing can be thrown
        return HPDF_OK;
    }
    bool flush() {
        bool const done = pass_on(buffer_.data(), buffer_.size());
        buffer_.clear();
        return done;
    }
    bool failed() const { return failed_; }
    bool too_large() const { return too_large_; }
    ContentHash const& hash() const { return hash_; }

private:
    bool pass_on(char const* bytes, std::size_t count) {
        if (failed_) return false;
        hash_.add(bytes, count);
        failed_ = !output_.write(bytes, count);
        return !failed_;
    }
    static constexpr std::size_t kRoom = std::size_t{1} << 20;
    Output& output_;
    std::uint64_t largest_, written_ = 0;
    std::string buffer_;
    ContentHash hash_;
    bool failed_ = false, too_large_ = false;
};

HPDF_STATUS gather(HPDF_Stream stream, HPDF_BYTE const* bytes, HPDF_UINT count) {
    return static_cast<Gather*>(stream->attr)->write(reinterpret_cast<char const*>(bytes), count);
}

HPDF_STATUS write_id(HPDF_Dict trailer, HPDF_Stream stream) {
    auto* const gathered = static_cast<Gather*>(trailer->attr);
    gathered->flush();
    try {
        std::string id, text = "/ID[";
        put_hex(id, gathered->hash().digest());
        text += id + id + "]\n";
        return put(stream, text);
    } catch (std::exception const&) {
        return HPDF_FAILD_TO_ALLOC_MEM;
    }
}

struct FreeDocument {
    void operator()(HPDF_Doc document) const { HPDF_Free(document); }
};

} // namespace

struct Store::Impl {
    std::unique_ptr<HPDF_Doc_Rec, FreeDocument> document;
    std::deque<Body> bodies; // by id; stable addresses, libharu holds them
    std::deque<HPDF_Dict> dicts;

    void check(HPDF_STATUS status, char const* what) const {
        if (status != HPDF_OK || document->error.error_no != HPDF_OK) {
            std::array<char, 32> code{};
            auto const number = document->error.error_no ? document->error.error_no : status;
            std::snprintf(code.data(), code.size(), " (0x%lX)", static_cast<unsigned long>(number));
            throw StoreError(std::string("libharu: ") + what + code.data());
        }
    }
    Body& attach(HPDF_Dict dict) {
        Body& body = bodies.emplace_back();
        dict->attr = &body;
        dict->before_write_fn = nullptr;
        dict->write_fn = write_entries;
        dict->after_write_fn = write_bytes_after;
        return body;
    }
    Body& of(Ref ref) { return *static_cast<Body*>(dicts.at(ref.id - first_id)->attr); }
    std::uint32_t first_id = 1;
    HPDF_Dict page_root_dict = nullptr;
};

void put_ref(std::string& out, Ref ref) {
    put_integer(out, ref.id);
    out += " 0 R";
}

Store::Store() : impl_(std::make_unique<Impl>()) {
    if (std::strcmp(HPDF_GetVersion(), HPDF_VERSION_TEXT) != 0)
        throw StoreError(std::string("built with libharu ") + HPDF_VERSION_TEXT + ", running with " +
                         HPDF_GetVersion());
    // No handler: low-level calls never call it, and nothing may be thrown through C frames.
    impl_->document.reset(HPDF_New(nullptr, nullptr));
    if (!impl_->document) throw StoreError("libharu: out of memory");
    HPDF_Doc const document = impl_->document.get();
    document->pdf_version = HPDF_VER_17;
    document->xref->entries->items_per_block = 65536; // its list grows by a constant: else quadratic

    // Catalog, page root and Info exist already; their entries become ours.
    auto* const root = static_cast<HPDF_Dict>(document->root_pages);
    HPDF_Dict_RemoveElement(root, "Kids");
    HPDF_Dict_RemoveElement(root, "Count");
    impl_->page_root_dict = root;
    if (!document->info) throw StoreError("libharu: no Info dictionary");
    HPDF_Dict_RemoveElement(document->info, "Producer");
    for (HPDF_Dict const dict : {document->catalog, root, document->info})
        impl_->attach(dict);
    impl_->first_id = document->xref->entries->count;
    impl_->check(HPDF_OK, "cannot start");
}
Store::~Store() = default;

Ref Store::reserve() {
    HPDF_Doc const document = impl_->document.get();
    HPDF_Dict const dict = HPDF_Dict_New(document->mmgr);
    if (!dict) impl_->check(HPDF_FAILD_TO_ALLOC_MEM, "no object");
    impl_->check(HPDF_Xref_Add(document->xref, dict), "no object");
    impl_->attach(dict);
    impl_->dicts.push_back(dict);
    return Ref{dict->header.obj_id & 0x00FFFFFFu};
}

void Store::set(Ref ref, std::string entries) { impl_->of(ref).entries = std::move(entries); }

void Store::set_stream(Ref ref, std::string entries, std::string data) {
    auto const held = std::make_shared<std::string const>(std::move(data));
    set_stream(ref, std::move(entries), *held, held);
}

void Store::set_stream(Ref ref, std::string entries, std::string_view data, std::shared_ptr<void const> owner) {
    Body& body = impl_->of(ref);
    entries += "/Length ";
    put_integer(entries, static_cast<std::int64_t>(data.size()));
    body.entries = std::move(entries);
    body.stream = true;
    body.bytes = data;
    body.owner = std::move(owner);
}

Ref Store::page_root() const { return Ref{impl_->page_root_dict->header.obj_id & 0x00FFFFFFu}; }
void Store::set_page_root(std::string entries) {
    static_cast<Body*>(impl_->page_root_dict->attr)->entries = std::move(entries);
}
void Store::set_catalog(std::string entries) {
    static_cast<Body*>(impl_->document->catalog->attr)->entries = std::move(entries);
}
void Store::set_info(std::string entries) {
    static_cast<Body*>(impl_->document->info->attr)->entries = std::move(entries);
}
std::size_t Store::count() const { return impl_->document->xref->entries->count - 1; }

Store::Saved Store::save(Output& output, std::uint64_t largest) {
    HPDF_Doc const document = impl_->document.get();
    Gather gathered(output, largest);
    if (document->stream) HPDF_Stream_Free(document->stream);
    document->stream = HPDF_CallbackWriter_New(document->mmgr, gather, &gathered);
    if (!document->stream) impl_->check(HPDF_FAILD_TO_ALLOC_MEM, "no stream");
    document->trailer->attr = &gathered;
    document->trailer->write_fn = write_id;

    HPDF_STATUS const status = HPDF_SaveToStream(document);
    bool const flushed = gathered.flush();
    HPDF_Stream_Free(document->stream);
    document->stream = nullptr;
    if (gathered.too_large()) return Saved::TooLarge;
    if (gathered.failed() || !flushed) return Saved::OutputFailed;
    impl_->check(status, "saving failed");
    return Saved::Yes;
}

} // namespace kumihan::pdf
