// Metadata as phones and programs leave it, each with the word CANARY, so that a test can look for it in results.
// Exif (CIPA DC-008) with maker, date, GPS position and a thumbnail; XMP; IPTC in a Photoshop block; a comment.
#pragma once

#include "photos/byte_writer.h"

namespace kumihan::test {

ByteVector exif_block(int orientation);                                 // from the TIFF header on
ByteVector with_jpeg_metadata(ByteVector const& jpeg, int orientation); // inserted after SOI
ByteVector without_adobe_marker(ByteVector const& jpeg);                // APP14 taken out

// An ICC profile (ICC.1) for grey whose samples are linear light.
ByteVector linear_grey_profile();

} // namespace kumihan::test
