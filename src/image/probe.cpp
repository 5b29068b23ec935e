#include "image/probe.h"

#include <ctime>
#include <system_error>

namespace kumihan::image {

using diag::Code;

namespace {

std::int64_t clock_ns() {
    timespec now{};
    ::clock_gettime(CLOCK_REALTIME, &now);
    return static_cast<std::int64_t>(now.tv_sec) * 1'000'000'000 + now.tv_nsec;
}

std::optional<Problem> problem_of_kind(Kind kind) {
    std::string const name{name_of(kind)};
    if (is_readable(kind)) return std::nullopt;
    if (is_picture(kind)) return Problem{Code::PhotoKindUnsupported, {name}};
    if (kind == Kind::Unknown) return Problem{Code::PhotoKindUnknown, {}};
    return Problem{Code::PhotoNotAPicture, {name}};
}

} // namespace

std::optional<Problem> problem_of(FileBytes const& file) {
    switch (file.problem) {
    case FileProblem::None:
        break;
    case FileProblem::Missing:
        return Problem{Code::PhotoMissing, {}};
    case FileProblem::NotRegular:
        return Problem{Code::PhotoNotAFile, {}};
    case FileProblem::TooBig:
        return Problem{Code::PhotoFileTooBig, {std::to_string(file.identity.size / 1'000'000)}};
    case FileProblem::Unreadable:
        return Problem{Code::PhotoNotReadable, {std::generic_category().message(file.error)}};
    }
    return std::nullopt;
}

Problem module_missing(PhotoModule const& module) { return {Code::PhotoModuleMissing, {module.name()}}; }

Probed probe(std::filesystem::path const& path, PhotoIndex const& index, PhotoModule& module, std::int64_t max_pixels) {
    Probed result;
    result.read_at_ns = clock_ns();
    FileBytes const file = read_file(path);
    result.identity = file.identity;
    result.problem = problem_of(file);
    if (result.problem) return result;
    if (file.bytes.empty()) {
        result.problem = Problem{Code::PhotoEmpty, {}};
        return result;
    }
    ContentHash const content = hash_of(file.bytes);
    if (auto const known = index.find(content);
        known && static_cast<std::int64_t>(known->width) * known->height <= max_pixels) {
        result.facts = *known;
        return result;
    }
    Kind const kind = sniff(file.bytes);
    result.problem = problem_of_kind(kind);
    if (result.problem) return result;
    KumihanPhotos const* const photos = module.table();
    if (!photos) {
        result.problem = module_missing(module);
        return result;
    }
    KumihanPhotoInput const input{file.bytes.data(), file.bytes.size(), max_pixels, module_kind(kind)};
    KumihanPhotoHeader header{};
    switch (photos->probe(&input, &header)) {
    case KUMIHAN_PHOTO_OK:
        result.facts = {content, kind, header.width, header.height};
        break;
    case KUMIHAN_PHOTO_TOO_MANY_PIXELS:
        result.problem = Problem{Code::PhotoTooManyPixels,
                                 {std::to_string(header.width), std::to_string(header.height)},
                                 header.width,
                                 header.height};
        break;
    case KUMIHAN_PHOTO_NO_DECODER:
        result.problem = Problem{Code::PhotoNoDecoder, {std::string(name_of(kind))}};
        break;
    default:
        // The decoder refuses the largest sizes as nonsense before it asks us.
        if (auto const [width, height] = png_size(file.bytes, kind); width > 0 && height > max_pixels / width) {
            result.problem = Problem{Code::PhotoTooManyPixels, {std::to_string(width), std::to_string(height)}, 0, 0};
            break;
        }
        result.problem = Problem{is_cut_off(file.bytes, kind) ? Code::PhotoTruncated : Code::PhotoBroken, {}};
    }
    return result;
}

} // namespace kumihan::image
