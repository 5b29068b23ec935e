#include "image/jpeg_complaints.h"

#include <algorithm>
#include <csetjmp>
#include <cstdio>
#include <vector>

#include <jpeglib.h> // needs <cstdio> before it

namespace kumihan::image {

namespace {

struct Complaints : jpeg_error_mgr {
    std::jmp_buf back;
};

[[noreturn]] void give_up(j_common_ptr decoder) { std::longjmp(static_cast<Complaints*>(decoder->err)->back, 1); }
void say_nothing(j_common_ptr) {}

// Gives the bytes in small pieces. While a whole MCU lies before it, libjpeg-turbo decodes without looking at whether the codes
// exist; only where its input runs short does it check each of them.
struct Pieces : jpeg_source_mgr {
    static constexpr std::size_t kPiece = 512;
    std::span<std::uint8_t const> rest;
    bool ran_out = false;

    explicit Pieces(std::span<std::uint8_t const> bytes) : jpeg_source_mgr{}, rest(bytes) {
        init_source = term_source = [](j_decompress_ptr) {};
        fill_input_buffer = [](j_decompress_ptr decoder) -> boolean {
            static_cast<Pieces*>(decoder->src)->next();
            return TRUE;
        };
        skip_input_data = [](j_decompress_ptr decoder, long count) {
            if (count > 0) static_cast<Pieces*>(decoder->src)->skip(static_cast<std::size_t>(count));
        };
        resync_to_restart = jpeg_resync_to_restart;
    }

private:
    void next() {
        static constexpr JOCTET kEnd[] = {0xFF, JPEG_EOI};
        bytes_in_buffer = std::min(kPiece, rest.size());
        next_input_byte = rest.data();
        rest = rest.subspan(bytes_in_buffer);
        if (bytes_in_buffer > 0) return;
        ran_out = true;
        next_input_byte = kEnd;
        bytes_in_buffer = sizeof kEnd;
    }
    void skip(std::size_t count) {
        std::size_t const here = std::min(count, bytes_in_buffer);
        next_input_byte += here;
        bytes_in_buffer -= here;
        rest = rest.subspan(std::min(count - here, rest.size()));
    }
};

// Counts libjpeg's warnings; 1 where it gives up. No object with a destructor may live here: longjmp skips them.
long count(jpeg_decompress_struct& decoder, Complaints& complaints, Pieces& pieces, std::vector<JSAMPLE>& row) {
    decoder.err = jpeg_std_error(&complaints);
    complaints.error_exit = give_up;
    complaints.output_message = say_nothing;
    if (setjmp(complaints.back) != 0) return 1;
    jpeg_create_decompress(&decoder);
    decoder.src = &pieces;
    jpeg_read_header(&decoder, TRUE);
    decoder.scale_num = 1;
    decoder.scale_denom = 8;
    decoder.out_color_space = decoder.jpeg_color_space;
    decoder.do_fancy_upsampling = FALSE;
    decoder.do_block_smoothing = FALSE;
    jpeg_start_decompress(&decoder);
    row.resize(std::size_t{decoder.output_width} * static_cast<std::size_t>(decoder.output_components));
    JSAMPROW to = row.data();
    while (decoder.output_scanline < decoder.output_height && complaints.num_warnings == 0)
        jpeg_read_scanlines(&decoder, &to, 1);
    return complaints.num_warnings + pieces.ran_out;
}

} // namespace

bool jpeg_is_damaged(std::span<std::uint8_t const> bytes) {
    jpeg_decompress_struct decoder{};
    Complaints complaints{};
    std::vector<JSAMPLE> row;
    Pieces pieces(bytes);
    long const complained = count(decoder, complaints, pieces, row);
    jpeg_destroy_decompress(&decoder);
    return complained > 0;
}

} // namespace kumihan::image
