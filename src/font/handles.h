// Owners of FreeType and HarfBuzz objects; the only place that calls their destroy functions.
#pragma once

#include <hb.h>

#include <memory>

namespace kumihan::font {

template <auto destroy> struct Destroyer {
    template <class T> void operator()(T* object) const { destroy(object); }
};

using HbBlob = std::unique_ptr<hb_blob_t, Destroyer<hb_blob_destroy>>;
using HbFace = std::unique_ptr<hb_face_t, Destroyer<hb_face_destroy>>;
using HbFont = std::unique_ptr<hb_font_t, Destroyer<hb_font_destroy>>;
using HbBuffer = std::unique_ptr<hb_buffer_t, Destroyer<hb_buffer_destroy>>;
using HbSet = std::unique_ptr<hb_set_t, Destroyer<hb_set_destroy>>;

} // namespace kumihan::font
