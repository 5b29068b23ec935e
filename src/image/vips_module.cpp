// kumihan_photos: the table of module_abi.h on top of libvips. Loaders are named, never guessed, so that a file cannot
// reach ImageMagick, poppler or librsvg. Sizes are cut down in the stored orientation and before colour conversion, as
// both are then done on the small picture; alpha is multiplied in before resampling, so that the colour of invisible
// pixels does not bleed into visible ones.
#include "image/jpeg_scan.h"
#include "image/module_abi.h"

#include <vips/vips.h>
#if VIPS_MAJOR_VERSION == 8 && VIPS_MINOR_VERSION < 15
#include <vips/vector.h>
#endif

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace {

// One reference to a picture.
class Picture {
public:
    Picture() = default;
    explicit Picture(VipsImage* image) : image_(image) {}
    Picture(Picture&& other) noexcept : image_(std::exchange(other.image_, nullptr)) {}
    Picture& operator=(Picture&& other) noexcept {
        std::swap(image_, other.image_);
        return *this;
    }
    Picture(Picture const&) = delete;
    Picture& operator=(Picture const&) = delete;
    ~Picture() {
        if (image_) g_object_unref(image_);
    }
    VipsImage* raw() const { return image_; }
    explicit operator bool() const { return image_ != nullptr; }

private:
    VipsImage* image_ = nullptr;
};

// step(call): runs a libvips operation of the form call(VipsImage**), empty when it failed.
template <class Call> Picture step(Call&& call) {
    VipsImage* out = nullptr;
    if (call(&out)) return {};
    return Picture{out};
}

char const* loader_name(std::int32_t kind) {
    switch (kind) {
    case KUMIHAN_PHOTO_JPEG:
        return "jpegload_buffer";
    case KUMIHAN_PHOTO_PNG:
        return "pngload_buffer";
    case KUMIHAN_PHOTO_WEBP:
        return "webpload_buffer";
    case KUMIHAN_PHOTO_HEIF:
        return "heifload_buffer";
    case KUMIHAN_PHOTO_TIFF:
        return "tiffload_buffer";
    case KUMIHAN_PHOTO_GIF:
        return "gifload_buffer";
    default:
        return nullptr;
    }
}

// The bytes of a file, a piece at a time. Where libjpeg-turbo has a whole MCU before it (512 bytes a block), it decodes without
// looking at whether the codes exist, and says nothing of a damaged photo; where its input may run short, it looks.
struct Pieces {
    static constexpr gint64 kPiece = 500;
    std::uint8_t const* data;
    std::size_t left;

    static gint64 read(VipsSourceCustom*, void* to, gint64 room, Pieces* pieces) {
        auto const count = std::min({pieces->left, static_cast<std::size_t>(room), static_cast<std::size_t>(kPiece)});
        std::memcpy(to, pieces->data, count);
        pieces->data += count;
        pieces->left -= count;
        return static_cast<gint64>(count);
    }
    static void free(void* pieces, GClosure*) { delete static_cast<Pieces*>(pieces); }
};

int load_jpeg(KumihanPhotoInput const& input, VipsFailOn fail_on, int shrink, VipsImage** out) {
    VipsSourceCustom* const source = vips_source_custom_new();
    g_signal_connect_data(source, "read", G_CALLBACK(Pieces::read),
                          new Pieces{input.data, static_cast<std::size_t>(input.size)}, Pieces::free, GConnectFlags{});
    int const failed = vips_jpegload_source(VIPS_SOURCE(source), out, "access", VIPS_ACCESS_SEQUENTIAL, "fail_on", fail_on,
                                            "shrink", shrink, nullptr);
    g_object_unref(source); // the picture holds it
    return failed;
}

Picture load(KumihanPhotoInput const& input, VipsFailOn fail_on, int jpeg_shrink = 1) {
    auto* data = const_cast<std::uint8_t*>(input.data); // libvips reads only; its old API lacks the const
    auto const size = static_cast<std::size_t>(input.size);
    auto const access = VIPS_ACCESS_SEQUENTIAL;
    return step([&](VipsImage** out) {
        switch (input.kind) {
        case KUMIHAN_PHOTO_JPEG:
            return load_jpeg(input, fail_on, jpeg_shrink, out);
        case KUMIHAN_PHOTO_PNG:
            return vips_pngload_buffer(data, size, out, "access", access, "fail_on", fail_on, nullptr);
        case KUMIHAN_PHOTO_WEBP:
            return vips_webpload_buffer(data, size, out, "access", access, "fail_on", fail_on, nullptr);
        case KUMIHAN_PHOTO_HEIF:
            return vips_heifload_buffer(data, size, out, "access", access, "fail_on", fail_on, nullptr);
        case KUMIHAN_PHOTO_TIFF:
            return vips_tiffload_buffer(data, size, out, "access", access, "fail_on", fail_on, nullptr);
        case KUMIHAN_PHOTO_GIF:
            return vips_gifload_buffer(data, size, out, "access", access, "fail_on", fail_on, nullptr);
        default:
            return -1;
        }
    });
}

int orientation_of(VipsImage* image) {
    int value = 1;
    if (vips_image_get_typeof(image, VIPS_META_ORIENTATION)) vips_image_get_int(image, VIPS_META_ORIENTATION, &value);
    return value >= 1 && value <= 8 ? value : 1;
}

bool lies_on_its_side(int orientation) { return orientation >= 5; }

std::int32_t read_header(KumihanPhotoInput const& input, KumihanPhotoHeader& header, int& orientation) {
    char const* const name = loader_name(input.kind);
    if (!name || vips_type_find("VipsOperation", name) == 0) return KUMIHAN_PHOTO_NO_DECODER;
    Picture const image = load(input, VIPS_FAIL_ON_NONE);
    if (!image) return KUMIHAN_PHOTO_BROKEN;
    header = {vips_image_get_width(image.raw()), vips_image_get_height(image.raw())};
    orientation = orientation_of(image.raw());
    if (lies_on_its_side(orientation)) std::swap(header.width, header.height);
    if (header.width <= 0 || header.height <= 0) return KUMIHAN_PHOTO_BROKEN;
    if (static_cast<std::int64_t>(header.width) * header.height > input.max_pixels)
        return KUMIHAN_PHOTO_TOO_MANY_PIXELS;
    return KUMIHAN_PHOTO_OK;
}

// The JPEG decoder can give 1/2, 1/4, 1/8 of the size at a fraction of the time, by leaving out high frequencies of
// each block. At least half as much again as wanted is left for the real filter, which keeps the result as sharp.
int jpeg_shrink(int stored, int wanted) {
    int shrink = 1;
    while (shrink < 8 && static_cast<double>(stored) / (2 * shrink) >= 1.5 * wanted)
        shrink *= 2;
    return shrink;
}

Picture round_to(Picture const& in, VipsBandFormat format) {
    Picture const rounded = step([&](VipsImage** out) { return vips_rint(in.raw(), out, nullptr); });
    if (!rounded) return {};
    return step([&](VipsImage** out) { return vips_cast(rounded.raw(), out, format, nullptr); });
}

Picture resized(Picture const& in, int width, int height, bool alpha) {
    int const have_width = vips_image_get_width(in.raw()), have_height = vips_image_get_height(in.raw());
    if (have_width == width && have_height == height)
        return step([&](VipsImage** out) { return vips_copy(in.raw(), out, nullptr); });
    auto resize = [&](VipsImage* image) {
        return step([&](VipsImage** out) {
            return vips_resize(image, out, static_cast<double>(width) / have_width, "vscale",
                               static_cast<double>(height) / have_height, "kernel", VIPS_KERNEL_LANCZOS3, nullptr);
        });
    };
    if (!alpha) return resize(in.raw());
    VipsBandFormat const format = vips_image_get_format(in.raw());
    Picture const multiplied = step([&](VipsImage** out) { return vips_premultiply(in.raw(), out, nullptr); });
    if (!multiplied) return {};
    Picture const small = resize(multiplied.raw());
    if (!small) return {};
    Picture const divided = step([&](VipsImage** out) { return vips_unpremultiply(small.raw(), out, nullptr); });
    if (!divided) return {};
    return round_to(divided, format);
}

bool is_16_bit(VipsImage* image) {
    auto const space = vips_image_get_interpretation(image);
    return space == VIPS_INTERPRETATION_RGB16 || space == VIPS_INTERPRETATION_GREY16;
}

// To 8-bit sRGB or grey. A profile that does not fit the picture is passed over: without it the colours are at worst
// a little off, and the photo is still usable.
Picture to_srgb(Picture const& in) {
    bool const cmyk = vips_image_get_interpretation(in.raw()) == VIPS_INTERPRETATION_CMYK;
    bool const grey = vips_image_get_bands(in.raw()) < 3;
    Picture result;
    if (cmyk || vips_image_get_typeof(in.raw(), VIPS_META_ICC_NAME)) {
        result = step([&](VipsImage** out) {
            return vips_icc_transform(in.raw(), out, "srgb", "embedded", TRUE, "input_profile", cmyk ? "cmyk" : "srgb",
                                      "intent", VIPS_INTENT_RELATIVE, "black_point_compensation", TRUE, "depth", 8,
                                      nullptr);
        });
        if (!result && cmyk) return {};
        if (result && grey) // three equal bands
            result = step([&](VipsImage** out) { return vips_extract_band(result.raw(), out, 1, nullptr); });
    }
    if (!result) {
        auto const target = grey ? VIPS_INTERPRETATION_B_W : VIPS_INTERPRETATION_sRGB;
        result = step([&](VipsImage** out) { return vips_colourspace(in.raw(), out, target, nullptr); });
    }
    if (!result) return {};
    return step([&](VipsImage** out) { return vips_cast(result.raw(), out, VIPS_FORMAT_UCHAR, nullptr); });
}

Picture to_8_bit_alpha(Picture const& in, bool wide) {
    if (!wide) return step([&](VipsImage** out) { return vips_cast(in.raw(), out, VIPS_FORMAT_UCHAR, nullptr); });
    Picture const scaled =
        step([&](VipsImage** out) { return vips_linear1(in.raw(), out, 255.0 / 65535.0, 0.0, nullptr); });
    return scaled ? round_to(scaled, VIPS_FORMAT_UCHAR) : Picture{};
}

// Adobe's programs store CMYK as 255 less the ink and mark it; libvips takes all CMYK to be stored so. Without the mark
// samples are plain ink, as pictures taken out of print files are.
bool ink_is_plain(KumihanPhotoInput const& input, VipsImage* image) {
    return input.kind == KUMIHAN_PHOTO_JPEG && vips_image_get_interpretation(image) == VIPS_INTERPRETATION_CMYK &&
           !kumihan::image::scan_jpeg({input.data, static_cast<std::size_t>(input.size)}).adobe;
}

std::uint8_t* samples_of(Picture const& in, int orientation, int bands) {
    Picture const tagged = step([&](VipsImage** out) { return vips_copy(in.raw(), out, nullptr); });
    if (!tagged || vips_image_get_bands(in.raw()) != bands) return nullptr;
    vips_image_set_int(tagged.raw(), VIPS_META_ORIENTATION, orientation);
    Picture const upright = step([&](VipsImage** out) { return vips_autorot(tagged.raw(), out, nullptr); });
    if (!upright) return nullptr;
    std::size_t size = 0;
    return static_cast<std::uint8_t*>(vips_image_write_to_memory(upright.raw(), &size));
}

// stored_width and stored_height: as in the file, before it is turned.
bool decode_once(KumihanPhotoInput const& input, int stored_width, int stored_height, int width, int height,
                 int orientation, VipsFailOn fail_on, KumihanPhotoPixels& pixels) {
    if (lies_on_its_side(orientation)) std::swap(width, height);
    int shrink = 1;
    if (input.kind == KUMIHAN_PHOTO_JPEG)
        shrink = std::min(jpeg_shrink(stored_width, width), jpeg_shrink(stored_height, height));
    Picture const source = load(input, fail_on, shrink);
    if (!source) return false;
    bool const alpha = vips_image_hasalpha(source.raw()) != FALSE;
    bool const wide = is_16_bit(source.raw());
    Picture lazy = resized(source, width, height, alpha);
    if (!lazy) return false;
    // The decoder runs here, once, from top to bottom; what follows may read it twice and in any order.
    Picture const small = step([&](VipsImage** out) { return (*out = vips_image_copy_memory(lazy.raw())) ? 0 : -1; });
    if (!small) return false;

    int const bands = vips_image_get_bands(small.raw());
    int const colours = alpha ? bands - 1 : bands;
    Picture colour =
        step([&](VipsImage** out) { return vips_extract_band(small.raw(), out, 0, "n", colours, nullptr); });
    if (colour && ink_is_plain(input, small.raw()))
        colour = step([&](VipsImage** out) { return vips_invert(colour.raw(), out, nullptr); });
    if (!colour) return false;
    Picture const srgb = to_srgb(colour);
    if (!srgb) return false;
    pixels.channels = vips_image_get_bands(srgb.raw()) == 1 ? 1 : 3;
    pixels.width = vips_image_get_width(srgb.raw());
    pixels.height = vips_image_get_height(srgb.raw());
    if (lies_on_its_side(orientation)) std::swap(pixels.width, pixels.height);
    pixels.samples = samples_of(srgb, orientation, pixels.channels);
    if (!pixels.samples) return false;
    if (alpha) {
        Picture const band =
            step([&](VipsImage** out) { return vips_extract_band(small.raw(), out, colours, nullptr); });
        Picture const mask = band ? to_8_bit_alpha(band, wide) : Picture{};
        pixels.alpha = mask ? samples_of(mask, orientation, 1) : nullptr;
        if (!pixels.alpha) return false;
    }
    return true;
}

void release(void* memory) { g_free(memory); }

std::int32_t probe(KumihanPhotoInput const* input, KumihanPhotoHeader* header) {
    int orientation = 1;
    auto const status = read_header(*input, *header, orientation);
    vips_error_clear();
    return status;
}

std::int32_t decode(KumihanPhotoInput const* input, std::int32_t width, std::int32_t height,
                    KumihanPhotoPixels* pixels) {
    *pixels = {};
    KumihanPhotoHeader header{};
    int orientation = 1;
    if (auto const status = read_header(*input, header, orientation); status != KUMIHAN_PHOTO_OK) {
        vips_error_clear();
        return status;
    }
    int stored_width = header.width, stored_height = header.height;
    if (lies_on_its_side(orientation)) std::swap(stored_width, stored_height);
    // Strict first; what only made the decoder complain is accepted and told, what is cut off or undecodable is not.
    for (VipsFailOn const fail_on : {VIPS_FAIL_ON_WARNING, VIPS_FAIL_ON_ERROR}) {
        bool const done =
            decode_once(*input, stored_width, stored_height, width, height, orientation, fail_on, *pixels);
        // The error text is shared by all threads, so it serves for this hint alone.
        bool const no_codec = !done && (std::strstr(vips_error_buffer(), "nsupported codec") != nullptr ||
                                        std::strstr(vips_error_buffer(), "No decoding plugin") != nullptr);
        vips_error_clear();
        if (done) {
            pixels->turned = orientation == 1 ? 0 : 1;
            pixels->damaged = fail_on == VIPS_FAIL_ON_WARNING ? 0 : 1;
            return KUMIHAN_PHOTO_OK;
        }
        release(pixels->samples);
        release(pixels->alpha);
        *pixels = {};
        if (no_codec && input->kind == KUMIHAN_PHOTO_HEIF) return KUMIHAN_PHOTO_NO_DECODER;
    }
    return KUMIHAN_PHOTO_BROKEN;
}

std::int32_t encode_jpeg(std::uint8_t const* samples, std::int32_t width, std::int32_t height, std::int32_t channels,
                         std::int32_t quality, std::int32_t full_chroma, KumihanPhotoBytes* out) {
    *out = {};
    auto const size =
        static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * static_cast<std::size_t>(channels);
    // A picture made from bare samples has no metadata that could be written.
    Picture const bare{vips_image_new_from_memory(samples, size, width, height, channels, VIPS_FORMAT_UCHAR)};
    if (!bare) return KUMIHAN_PHOTO_BROKEN;
    Picture const picture = step([&](VipsImage** copy) {
        return vips_copy(bare.raw(), copy, "interpretation",
                         channels == 1 ? VIPS_INTERPRETATION_B_W : VIPS_INTERPRETATION_sRGB, nullptr);
    });
    if (!picture) return KUMIHAN_PHOTO_BROKEN;
    void* data = nullptr;
    std::size_t length = 0;
    auto const subsample = full_chroma ? VIPS_FOREIGN_SUBSAMPLE_OFF : VIPS_FOREIGN_SUBSAMPLE_ON;
    int const failed = vips_jpegsave_buffer(picture.raw(), &data, &length, "Q", quality, "optimize_coding", TRUE,
                                            "interlace", FALSE, "subsample_mode", subsample,
#if VIPS_MAJOR_VERSION > 8 || (VIPS_MAJOR_VERSION == 8 && VIPS_MINOR_VERSION >= 15)
                                            "keep", VIPS_FOREIGN_KEEP_NONE,
#else
                                            "strip", TRUE,
#endif
                                            nullptr);
    vips_error_clear();
    if (failed) return KUMIHAN_PHOTO_BROKEN;
    *out = {static_cast<std::uint8_t*>(data), length};
    return KUMIHAN_PHOTO_OK;
}

void end_thread() { vips_thread_shutdown(); }

void drop_message(char const*, GLogLevelFlags, char const*, void*) {}

bool start() {
    // Decoders' complaints come back as `damaged`; the program's own output stays its own.
    g_log_set_handler("VIPS", static_cast<GLogLevelFlags>(G_LOG_LEVEL_MASK), drop_message, nullptr);
    if (vips_init("kumihan")) return false;
    std::atexit(vips_shutdown); // its idle threads end in order, which leak checkers rely on
#if VIPS_MAJOR_VERSION == 8 && VIPS_MINOR_VERSION < 15
    // Before 8.15 the filters' machine code came from liborc, which frees it in one thread while another asks for
    // memory for its own, without a lock (seen as a crash once in some hundred runs). The plain code gives the same
    // pictures.
    vips_vector_set_enabled(FALSE);
#endif
    vips_concurrency_set(1); // photos run side by side, which uses the processors better than parts of one photo
    vips_cache_set_max(0);   // no photo is asked for twice; a cache would only hold memory
    vips_block_untrusted_set(TRUE);
    return true;
}

constexpr KumihanPhotos kTable{KUMIHAN_PHOTOS_ABI, probe, decode, encode_jpeg, release, end_thread};

} // namespace

extern "C" __attribute__((visibility("default"))) KumihanPhotos const* kumihan_photos(void) {
    static bool const started = start();
    return started ? &kTable : nullptr;
}
