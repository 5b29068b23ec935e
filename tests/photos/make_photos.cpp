// make_test_photos FOLDER COMMITTED: writes every kind of photo an editor may hand in, good and broken. PNG, metadata
// and broken files are written by hand; JPEG, WebP and TIFF come from libvips. HEIC files are committed (see
// README.md), as not every machine has an encoder.
#include "photos/metadata.h"
#include "photos/picture.h"
#include "photos/png_writer.h"

#include <vips/vips.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

namespace {

using namespace kumihan::test;

std::filesystem::path folder;

[[noreturn]] void give_up(char const* what) {
    std::fprintf(stderr, "make_test_photos: %s: %s\n", what, vips_error_buffer());
    std::exit(1);
}

void write(std::string const& name, ByteVector const& bytes) {
    std::ofstream file(folder / name, std::ios::binary);
    file.write(reinterpret_cast<char const*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    if (!file) give_up(name.c_str());
}

ByteVector read(std::filesystem::path const& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

// save(image, &data, &size) -> bytes
template <class Save> ByteVector saved(VipsImage* image, Save save) {
    void* data = nullptr;
    std::size_t size = 0;
    if (!image || save(image, &data, &size)) give_up("cannot encode");
    auto const* const first = static_cast<std::uint8_t*>(data);
    ByteVector out(first, first + size);
    g_free(data);
    return out;
}

VipsImage* image_of(ByteVector const& samples, int width, int height, int bands, VipsInterpretation space) {
    VipsImage* const plain =
        vips_image_new_from_memory_copy(samples.data(), samples.size(), width, height, bands, VIPS_FORMAT_UCHAR);
    VipsImage* typed = nullptr;
    if (!plain || vips_copy(plain, &typed, "interpretation", space, nullptr)) give_up("cannot make an image");
    g_object_unref(plain);
    return typed;
}

enum class Scans { Baseline, Progressive };

ByteVector jpeg_of(VipsImage* image, Scans scans = Scans::Baseline, int quality = 95) {
    ByteVector out = saved(image, [&](VipsImage* in, void** data, std::size_t* size) {
        return vips_jpegsave_buffer(in, data, size, "Q", quality, "interlace", scans == Scans::Progressive, nullptr);
    });
    g_object_unref(image);
    return out;
}

ByteVector jpeg_upright() {
    auto const stored = stored_picture(1);
    return jpeg_of(image_of(stored.rgb, stored.width, stored.height, 3, VIPS_INTERPRETATION_sRGB));
}

// Like a photo: every pixel its own colour (a fixed linear congruential sequence over a slope).
ByteVector noisy_picture() {
    ByteVector noise;
    std::uint32_t state = 1;
    for (int i = 0; i < kWidth * kHeight * 3; ++i) {
        state = state * 1664525u + 1013904223u;
        noise.push_back(
            static_cast<std::uint8_t>(60 + i * 100 / (kWidth * kHeight * 3) + static_cast<int>(state >> 27)));
    }
    return noise;
}

void jpegs() {
    // As messengers send photos: coded strongly.
    auto const sent =
        jpeg_of(image_of(noisy_picture(), kWidth, kHeight, 3, VIPS_INTERPRETATION_sRGB), Scans::Baseline, 70);
    write("messenger.jpg", with_jpeg_metadata(sent, 1));
    write("messenger-turned.jpg", with_jpeg_metadata(sent, 3));

    for (int orientation = 1; orientation <= 8; ++orientation) {
        auto const stored = stored_picture(orientation);
        auto const jpeg = jpeg_of(image_of(stored.rgb, stored.width, stored.height, 3, VIPS_INTERPRETATION_sRGB));
        write("orientation-" + std::to_string(orientation) + ".jpg", with_jpeg_metadata(jpeg, orientation));
    }
    auto const rgb = stored_picture(1).rgb;
    write("progressive.jpg", jpeg_of(image_of(rgb, kWidth, kHeight, 3, VIPS_INTERPRETATION_sRGB), Scans::Progressive));

    ByteVector grey; // left half 64, right half 192
    for (int i = 0; i < kWidth * kHeight; ++i)
        grey.push_back(i % kWidth < kWidth / 2 ? 64 : 192);
    write("grey.jpg", jpeg_of(image_of(grey, kWidth, kHeight, 1, VIPS_INTERPRETATION_B_W)));

    // Quarters of pure cyan, magenta, black and bare paper, as ink.
    ByteVector ink, inverted;
    for (int y = 0; y < kHeight; ++y)
        for (int x = 0; x < kWidth; ++x) {
            int const quarter = (x < kWidth / 2 ? 0 : 1) + (y < kHeight / 2 ? 0 : 2);
            for (int channel = 0; channel < 4; ++channel) {
                bool const on =
                    (quarter == 0 && channel == 0) || (quarter == 1 && channel == 1) || (quarter == 2 && channel == 3);
                ink.push_back(on ? 255 : 0);
                inverted.push_back(on ? 0 : 255);
            }
        }
    // libvips writes CMYK as Adobe does: inverted, with a marker that says so. Without the marker, ink is stored plain.
    write("cmyk-adobe.jpg", jpeg_of(image_of(ink, kWidth, kHeight, 4, VIPS_INTERPRETATION_CMYK)));
    write("cmyk-plain.jpg",
          without_adobe_marker(jpeg_of(image_of(inverted, kWidth, kHeight, 4, VIPS_INTERPRETATION_CMYK))));

    VipsImage* const srgb = image_of(rgb, kWidth, kHeight, 3, VIPS_INTERPRETATION_sRGB);
    VipsImage* p3 = nullptr;
    if (vips_icc_transform(srgb, &p3, "p3", "input_profile", "srgb", nullptr)) give_up("cannot convert to P3");
    write("display-p3.jpg", jpeg_of(p3));
    g_object_unref(srgb);
}

void pngs() {
    auto const rgb = stored_picture(1).rgb;
    Png plain{kWidth, kHeight, 8, PngColour::Rgb, rgb, {}};
    write("plain.png", write_png(plain));
    write("misnamed-png.jpg", write_png(plain));

    auto const turned = stored_picture(6);
    ByteVector text;
    add_text(text, std::string_view("Author\0CANARY-TEXT", 18));
    write("orientation-6.png",
          write_png(
              {turned.width, turned.height, 8, PngColour::Rgb, turned.rgb, {{"eXIf", exif_block(6)}, {"tEXt", text}}}));

    ByteVector wide; // value v as 0xvv00
    for (auto const v : rgb)
        add_big(wide, static_cast<std::uint64_t>(v) << 8, 2);
    write("16-bit.png", write_png({kWidth, kHeight, 16, PngColour::Rgb, wide, {}}));

    ByteVector indices, palette, clear{255, 255, 255, 0}; // yellow is transparent
    for (int y = 0; y < kHeight; ++y)
        for (int x = 0; x < kWidth; x += 4) { // two bits each
            int const left = (y < kHeight / 2 ? 0 : 2) + (x < kWidth / 2 ? 0 : 1);
            indices.push_back(static_cast<std::uint8_t>(left * 0b01010101));
        }
    for (auto const& c : {kRed, kGreen, kBlue, kYellow})
        palette.insert(palette.end(), {c.r, c.g, c.b});
    write("palette.png", write_png({kWidth, kHeight, 2, PngColour::Palette, indices, {{"PLTE", palette}}}));
    write("palette-clear.png",
          write_png({kWidth, kHeight, 2, PngColour::Palette, indices, {{"PLTE", palette}, {"tRNS", clear}}}));

    ByteVector bits; // left half black, right half white
    for (int i = 0; i < kHeight * kWidth / 8; ++i)
        bits.push_back(i % (kWidth / 8) < kWidth / 16 ? 0x00 : 0xFF);
    write("1-bit.png", write_png({kWidth, kHeight, 1, PngColour::Grey, bits, {}}));

    ByteVector linear(static_cast<std::size_t>(kWidth * kHeight), 128);
    ByteVector profile;
    add_text(profile, std::string_view("grey\0\0", 6)); // name, compression
    add_bytes(profile, zlib_stream(linear_grey_profile()));
    write("grey-linear.png", write_png({kWidth, kHeight, 8, PngColour::Grey, linear, {{"iCCP", profile}}}));

    ByteVector soft, opaque, holes, deep;
    for (int y = 0; y < kHeight; ++y)
        for (int x = 0; x < kWidth; ++x) {
            auto const c = colour_at(x, y);
            soft.insert(soft.end(), {c.r, c.g, c.b, static_cast<std::uint8_t>(x < kWidth / 2 ? 255 : 100)});
            opaque.insert(opaque.end(), {c.r, c.g, c.b, 255});
            // Invisible pixels are bright green, visible ones red: no green may show after resampling.
            if ((x / 3 + y / 3) % 2)
                holes.insert(holes.end(), {0, 255, 0, 0});
            else
                holes.insert(holes.end(), {220, 0, 0, 255});
            add_big(deep, 0x8000, 2);
            add_big(deep, x < kWidth / 2 ? 0xFFFF : 0x4000, 2);
        }
    write("alpha.png", write_png({kWidth, kHeight, 8, PngColour::RgbAlpha, soft, {}}));
    write("alpha-opaque.png", write_png({kWidth, kHeight, 8, PngColour::RgbAlpha, opaque, {}}));
    write("alpha-holes.png", write_png({kWidth, kHeight, 8, PngColour::RgbAlpha, holes, {}}));
    write("alpha-grey-16.png", write_png({kWidth, kHeight, 16, PngColour::GreyAlpha, deep, {}}));

    ByteVector check; // one-pixel chequers: mid grey from afar
    for (int y = 0; y < kHeight; ++y)
        for (int x = 0; x < kWidth; ++x)
            check.push_back((x + y) % 2 ? 255 : 0);
    write("chequers.png", write_png({kWidth, kHeight, 8, PngColour::Grey, check, {}}));

    auto const noise = noisy_picture();
    write("photo.png", write_png({kWidth, kHeight, 8, PngColour::Rgb, noise, {}}));
}

void others() {
    auto const stored = stored_picture(1);
    VipsImage* const image = image_of(stored.rgb, kWidth, kHeight, 3, VIPS_INTERPRETATION_sRGB);
    write("plain.webp", saved(image, [](VipsImage* in, void** data, std::size_t* size) {
              return vips_webpsave_buffer(in, data, size, "Q", 95, nullptr);
          }));
    write("plain.tif", saved(image, [](VipsImage* in, void** data, std::size_t* size) {
              return vips_tiffsave_buffer(in, data, size, nullptr);
          }));
    g_object_unref(image);
}

ByteVector text_file(std::string_view text) {
    ByteVector out;
    add_text(out, text);
    return out;
}

void broken() {
    auto const cut = [](ByteVector bytes, std::size_t keep) {
        bytes.resize(keep);
        return bytes;
    };
    ByteVector const jpeg = read(folder / "progressive.jpg"), base = jpeg_upright();
    write("truncated.jpg", cut(base, base.size() * 3 / 4));
    write("truncated-progressive.jpg", cut(jpeg, jpeg.size() * 3 / 4));
    write("head-only.jpg", cut(base, 40));
    ByteVector const png = read(folder / "photo.png"), webp = read(folder / "plain.webp");
    write("truncated.png", cut(png, png.size() / 2));
    write("truncated.webp", cut(webp, webp.size() / 2));
    ByteVector damaged = png; // inside the compressed rows
    damaged[png.size() / 2] = static_cast<std::uint8_t>(~damaged[png.size() / 2]);
    write("damaged.png", damaged);

    // Entropy-coded data replaced by a marker that cannot stand there: the decoder goes on with grey blocks.
    ByteVector hurt = read(folder / "orientation-1.jpg");
    hurt[hurt.size() - 40] = 0xFF;
    hurt[hurt.size() - 39] = 0xD3;
    write("damaged.jpg", hurt);

    write("empty.jpg", {});
    write("text.jpg", text_file("これは写真ではありません。\n"));
    write("page.jpg", text_file("<!DOCTYPE html><html><body>404 Not Found</body></html>\n"));
    write("document.jpg", text_file("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj\n<<>>\nendobj\n"));
    ByteVector zip = text_file(std::string_view("PK\x03\x04\x14\0\0\0\0\0", 10));
    zip.resize(30, 0);
    add_text(zip, "word/document.xml");
    write("letter.jpg", zip);
    write("drawing.png", text_file("<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>\n"));
    ByteVector junk;
    for (std::uint32_t i = 0, state = 7; i < 4000; ++i) {
        state = state * 1664525u + 1013904223u;
        junk.push_back(static_cast<std::uint8_t>(state >> 24));
    }
    write("junk.jpg", junk);
    // A decompression bomb: 10,000,000,000 pixels claimed in some hundred bytes.
    write("bomb.png", write_png({100'000, 100'000, 8, PngColour::RgbAlpha, ByteVector(400'000, 0), {}}));
    // The largest sizes that a PNG can claim, which its library takes for a fault of the file.
    auto largest = write_png({1, 1, 8, PngColour::Grey, ByteVector(1, 0), {}});
    for (std::size_t i : {16u, 20u})
        for (std::size_t k = 0; k < 4; ++k)
            largest[i + k] = k == 0 ? 0x7F : 0xFF;
    write("largest.png", largest);
    ByteVector huge = base; // SOF0: marker, length, precision, height, width
    for (std::size_t i = 2; i + 9 < huge.size(); ++i)
        if (huge[i] == 0xFF && huge[i + 1] == 0xC0) {
            for (std::size_t k = 5; k < 9; ++k)
                huge[i + k] = 0xF0;
            break;
        }
    write("bomb.jpg", huge);
}

} // namespace

int main(int count, char** arguments) {
    if (count != 3) {
        std::fprintf(stderr, "usage: make_test_photos FOLDER COMMITTED\n");
        return 2;
    }
    if (vips_init(arguments[0])) give_up("cannot start libvips");
    folder = arguments[1];
    std::filesystem::create_directories(folder);
    jpegs();
    pngs();
    others();
    broken();
    for (auto const& entry : std::filesystem::directory_iterator(arguments[2]))
        if (entry.path().extension() == ".heic") {
            ByteVector const heic = read(entry.path());
            write(entry.path().filename(), heic);
            write("truncated-" + entry.path().filename().string(),
                  {heic.begin(), heic.begin() + static_cast<std::ptrdiff_t>(heic.size() - heic.size() / 8)});
        }
    vips_shutdown();
    return 0;
}
