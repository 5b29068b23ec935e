// Typed indices: no bare integers travel between stages.
#pragma once

#include <compare>
#include <cstdint>

namespace kumihan {

template <class Tag> struct Id {
    std::uint32_t value = kNone;
    static constexpr std::uint32_t kNone = 0xFFFFFFFFu;
    constexpr Id() = default;
    constexpr explicit Id(std::uint32_t v) : value(v) {}
    constexpr explicit Id(std::size_t v) : value(static_cast<std::uint32_t>(v)) {}
    constexpr explicit operator bool() const { return value != kNone; }
    constexpr auto operator<=>(Id const&) const = default;
};

using FileId = Id<struct FileTag>;       // a source file in SourceStore
using FontId = Id<struct FontTag>;       // a face in FontLibrary
using FontStackId = Id<struct StackTag>; // a fallback chain in FontLibrary
using ImageId = Id<struct ImageTag>;     // a picture in ImageStore
using AnchorId = Id<struct AnchorTag>;   // a place that links, contents and references point to
using TagId = Id<struct TagNodeTag>;     // a node of the structure tree (ISO 32000-1 14.7)
using NoteId = Id<struct NoteTag>;       // a note of the document

} // namespace kumihan
