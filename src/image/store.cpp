#include "image/store.h"

#include "image/encode.h"
#include "image/jpeg_scan.h"
#include "image/parallel.h"
#include "image/placeholder.h"
#include "image/prepared_cache.h"
#include "image/probe.h"

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstring>
#include <map>
#include <new>
#include <system_error>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace kumihan::image {

using diag::Code;
using diag::Severity;

namespace {

// Photos are decoded side by side as long as their estimates stay below this.
constexpr std::int64_t kDecodingMemory = 300'000'000;
constexpr std::uint64_t kLargeFile = 32'000'000;
constexpr std::uint64_t kCacheBytes = 2'000'000'000;

struct Place {
    std::string shown;
    Span span;
};

struct Photo {
    std::filesystem::path path;
    PhotoFacts facts;
    ImageInfo info;
    std::vector<Place> places; // all that use it
};

struct Outcome { // of a path
    std::optional<ImageId> id;
    std::optional<Problem> problem;
    std::optional<Kind> misnamed;
};

struct Job { // one picture to prepare; several requests may wait for it
    Photo const* photo = nullptr;
    int width = 0, height = 0; // of the whole picture
    PixelPart part;            // of that
    ContentHash key;
    std::shared_ptr<PreparedImage const> picture;
    std::optional<Problem> problem;
    bool damaged = false;
    int shown_width() const { return part.width > 0 ? part.width : width; }
    int shown_height() const { return part.height > 0 ? part.height : height; }
};

// The original's shape, its part just large enough for both wishes, and never larger than the original.
std::pair<int, int> target_size(ImageInfo const& info, Request const& request) {
    double const by_width = request.width > 0 ? request.width / (info.width * request.part.width) : 0;
    double const by_height = request.height > 0 ? request.height / (info.height * request.part.height) : 0;
    double scale = std::max(by_width, by_height);
    if (scale <= 0 || scale > 1) scale = 1;
    auto scaled = [&](int pixels) { return std::max(1, static_cast<int>(std::lround(pixels * scale))); };
    return {scaled(info.width), scaled(info.height)};
}

// Parts that touch share the border that they are cut at: each edge is rounded by itself.
PixelPart pixel_part(Part const& part, int width, int height) {
    auto edge = [](double share, int size) {
        return static_cast<int>(std::lround(std::clamp(share, 0.0, 1.0) * size));
    };
    PixelPart out;
    out.x = std::min(edge(part.x, width), width - 1);
    out.y = std::min(edge(part.y, height), height - 1);
    out.width = std::max(1, edge(part.x + part.width, width) - out.x);
    out.height = std::max(1, edge(part.y + part.height, height) - out.y);
    return out;
}

// Rows of the part move to the front of the samples.
void keep_part(std::uint8_t* samples, int row_pixels, int channels, PixelPart const& part) {
    auto const bytes = static_cast<std::size_t>(channels);
    auto const length = static_cast<std::size_t>(part.width) * bytes;
    for (int y = 0; y < part.height; ++y) {
        auto const from = (static_cast<std::size_t>(part.y + y) * static_cast<std::size_t>(row_pixels) +
                           static_cast<std::size_t>(part.x)) *
                          bytes;
        std::memmove(samples + static_cast<std::size_t>(y) * length, samples + from, length);
    }
}

bool suffix_misleads(std::filesystem::path const& path, Kind kind) {
    Kind const expected = expected_from_suffix(path);
    return expected != Kind::Unknown && module_kind(expected) != module_kind(kind);
}

} // namespace

struct ImageStore::Impl {
    Impl(Options given, diag::Sink& diagnostics)
        : options(std::move(given)), sink(diagnostics), module(options.module),
          index(options.cache.empty() ? std::filesystem::path{} : options.cache / "index"), cache(options.cache) {}

    Options options;
    diag::Sink& sink;
    PhotoModule module;
    PhotoIndex index;
    PreparedCache cache;
    std::vector<std::unique_ptr<Photo>> photos; // by ImageId; addresses stay
    std::unordered_map<std::string, Outcome> by_path;
    bool cache_error_told = false;

    void report(Problem const& problem, Place const& place) {
        std::vector<std::string> args{place.shown};
        args.insert(args.end(), problem.args.begin(), problem.args.end());
        auto code = problem.code;
        if (code == Code::PhotoMissing && options.near)
            if (auto near = options.near(place.shown); !near.empty()) {
                code = Code::PhotoMissingNear;
                args.push_back(std::move(near));
            }
        auto severity = diag::info(code).severity;
        if (options.draft == Draft::Yes && severity == Severity::Error) severity = Severity::Warning;
        sink.report(diag::Diagnostic{code, severity, place.span, std::move(args), {}, {}});
    }

    void tell_cache_error(int error) {
        if (error == 0 || std::exchange(cache_error_told, true)) return;
        sink.report(Code::PhotoCacheNotWritable, {}, {options.cache.string(), std::generic_category().message(error)});
    }

    template <class Work> void run(std::size_t count, Work work) {
        run_parallel(count, options.jobs, std::move(work), [this] { module.end_thread(); });
    }

    ImageId new_photo(std::filesystem::path const& path, PhotoFacts const& facts, ImageInfo const& info) {
        auto photo = std::make_unique<Photo>();
        photo->path = path;
        photo->facts = facts;
        photo->info = info;
        photos.push_back(std::move(photo));
        return ImageId(photos.size() - 1);
    }

    Outcome outcome_of(std::filesystem::path const& path, Probed const& probed) {
        Outcome outcome;
        outcome.problem = probed.problem;
        if (!probed.problem) {
            outcome.id = new_photo(path, probed.facts, {probed.facts.width, probed.facts.height, false});
            if (suffix_misleads(path, probed.facts.kind)) outcome.misnamed = probed.facts.kind;
        } else if (options.draft == Draft::Yes) {
            auto const& problem = *probed.problem;
            ImageInfo info{kPlaceholderWidth, kPlaceholderHeight, true};
            if (problem.width > 0 && problem.height > 0) // its shape, at a size that can be drawn
                info.height =
                    std::clamp(static_cast<int>(static_cast<std::int64_t>(info.width) * problem.height / problem.width),
                               info.width / 8, info.width * 4);
            outcome.id = new_photo(path, {}, info);
        }
        return outcome;
    }

    Probed probe_one(std::filesystem::path const& path) {
        FileBytes const file = identify(path);
        if (file.problem == FileProblem::None)
            if (auto const known = index.find(path, file.identity);
                known && static_cast<std::int64_t>(known->width) * known->height <= options.max_pixels)
                return {std::nullopt, *known, file.identity, 0};
        try {
            return probe(path, index, module, options.max_pixels);
        } catch (std::bad_alloc const&) {
            Probed result;
            result.problem = Problem{Code::PhotoNotReadable, {std::generic_category().message(ENOMEM)}};
            return result;
        }
    }

    void save_index() {
        if (options.cache.empty()) return;
        std::error_code error;
        std::filesystem::create_directories(options.cache, error);
        tell_cache_error(error ? error.value() : index.save());
    }

    void decode(Job& job, MemoryGate& gate) {
        std::int64_t const pixels = static_cast<std::int64_t>(job.photo->info.width) * job.photo->info.height;
        std::int64_t const result = static_cast<std::int64_t>(job.width) * job.height * 8;
        std::optional<MemoryGate::Pass> pass;
        // A file that is itself large waits before it is read; others are read first, to see how they are decoded.
        if (auto const size = identify(job.photo->path).identity.size; size > kLargeFile)
            pass.emplace(gate, decoding_memory(size, pixels, true) + result);
        FileBytes const file = read_file(job.photo->path);
        job.problem = problem_of(file);
        if (!job.problem && file.bytes.empty()) job.problem = Problem{Code::PhotoEmpty, {}};
        if (job.problem) return;
        KumihanPhotos const* const table = module.table();
        if (!table) {
            job.problem = module_missing(module);
            return;
        }
        // The file may have changed since it was probed: kind and key follow the bytes at hand.
        Kind const kind = sniff(file.bytes);
        ContentHash const content = hash_of(file.bytes);
        if (content != job.photo->facts.content)
            job.key = prepared_key(content, job.width, job.height, options.jpeg_quality, job.part);
        if (!pass)
            pass.emplace(gate, decoding_memory(file.bytes.size(), pixels, is_held_whole(file.bytes, kind)) + result);

        KumihanPhotoInput const input{file.bytes.data(), file.bytes.size(), options.max_pixels, module_kind(kind)};
        KumihanPhotoPixels raw{};
        auto const status = table->decode(&input, job.width, job.height, &raw);
        auto const release = [table](std::uint8_t* memory) { table->release(memory); };
        std::unique_ptr<std::uint8_t, decltype(release)> const colour(raw.samples, release), alpha(raw.alpha, release);
        if (status == KUMIHAN_PHOTO_NO_DECODER) {
            job.problem = Problem{Code::PhotoNoDecoder, {std::string(name_of(kind))}};
            return;
        }
        std::optional<PreparedImage> picture;
        if (status == KUMIHAN_PHOTO_OK) {
            PixelPart part = job.part;
            bool const whole = part.width == 0 || (part.width >= raw.width && part.height >= raw.height);
            if (whole) {
                part = {0, 0, raw.width, raw.height};
            } else { // the decoder may give a pixel less than asked for
                part.width = std::clamp(part.width, 1, raw.width - std::min(part.x, raw.width - 1));
                part.height = std::clamp(part.height, 1, raw.height - std::min(part.y, raw.height - 1));
                part.x = std::min(part.x, raw.width - part.width);
                part.y = std::min(part.y, raw.height - part.height);
                keep_part(raw.samples, raw.width, raw.channels, part);
                if (raw.alpha) keep_part(raw.alpha, raw.width, 1, part);
            }
            auto const area = static_cast<std::size_t>(part.width) * static_cast<std::size_t>(part.height);
            Samples samples{
                part.width, part.height, raw.channels, {raw.samples, area * static_cast<std::size_t>(raw.channels)}, {}};
            if (raw.alpha) samples.alpha = {raw.alpha, area};
            Source source{is_lossless(file.bytes, kind), {}};
            bool const as_stored = whole && raw.width == job.photo->info.width && raw.height == job.photo->info.height;
            if (kind == Kind::Jpeg && as_stored && !raw.turned && !raw.damaged) source.jpeg = bare_copy(file.bytes);
            picture = encode(samples, std::move(source), options.jpeg_quality, *table);
        }
        if (!picture) {
            job.problem = Problem{is_cut_off(file.bytes, kind) ? Code::PhotoTruncated : Code::PhotoBroken, {}};
            return;
        }
        job.damaged = raw.damaged != 0;
        job.picture = std::make_shared<PreparedImage const>(std::move(*picture));
    }

    void find_or_draw(Job& job) { // what needs no decoding
        if (job.photo->info.placeholder)
            job.picture = std::make_shared<PreparedImage const>(draw_placeholder(job.shown_width(), job.shown_height()));
        else if (auto stored = cache.find(job.key)) {
            job.picture = std::make_shared<PreparedImage const>(std::move(stored->picture));
            job.damaged = stored->damaged;
        }
    }

    void decode_all(std::vector<Job*> const& missing) {
        MemoryGate gate(kDecodingMemory);
        std::vector<int> cache_errors(missing.size(), 0);
        run(missing.size(), [&](std::size_t i) {
            Job& job = *missing[i];
            try {
                decode(job, gate);
                if (job.picture) cache_errors[i] = cache.put(job.key, {*job.picture, job.damaged});
            } catch (std::bad_alloc const&) {
                job.picture = nullptr;
                job.problem = Problem{Code::PhotoNotReadable, {std::generic_category().message(ENOMEM)}};
            }
        });
        for (int const error : cache_errors)
            tell_cache_error(error);
        cache.trim(kCacheBytes);
    }
};

ImageStore::ImageStore(Options options, diag::Sink& sink) : impl_(std::make_unique<Impl>(std::move(options), sink)) {}
ImageStore::~ImageStore() = default;

std::vector<std::optional<ImageId>> ImageStore::add(std::span<File const> files) {
    std::vector<std::filesystem::path> unknown;
    std::vector<std::filesystem::path> paths;
    paths.reserve(files.size());
    for (auto const& file : files) {
        paths.push_back(std::filesystem::absolute(file.path).lexically_normal());
        if (impl_->by_path.try_emplace(paths.back().native()).second) unknown.push_back(paths.back());
    }
    std::vector<Probed> probed(unknown.size());
    impl_->run(unknown.size(), [&](std::size_t i) { probed[i] = impl_->probe_one(unknown[i]); });
    for (std::size_t i = 0; i < unknown.size(); ++i) {
        auto& outcome = impl_->by_path.at(unknown[i].native());
        outcome = impl_->outcome_of(unknown[i], probed[i]);
        if (!probed[i].problem && probed[i].read_at_ns != 0)
            impl_->index.put(unknown[i], probed[i].identity, probed[i].facts, probed[i].read_at_ns);
    }
    impl_->save_index();

    std::vector<std::optional<ImageId>> ids;
    ids.reserve(files.size());
    for (std::size_t i = 0; i < files.size(); ++i) {
        auto const& outcome = impl_->by_path.at(paths[i].native());
        Place place{files[i].shown, files[i].span};
        if (outcome.problem) impl_->report(*outcome.problem, place);
        if (outcome.misnamed) impl_->report({Code::PhotoMisnamed, {std::string(name_of(*outcome.misnamed))}}, place);
        if (outcome.id) impl_->photos[outcome.id->value]->places.push_back(std::move(place));
        ids.push_back(outcome.id);
    }
    return ids;
}

ImageInfo const& ImageStore::info(ImageId id) const { return impl_->photos[id.value]->info; }

std::vector<std::shared_ptr<PreparedImage const>> ImageStore::prepare(std::span<Request const> requests) {
    std::vector<std::unique_ptr<Job>> jobs;
    std::map<ContentHash, std::size_t> by_key; // copies of a photo under two names are one job too
    std::vector<std::size_t> job_of(requests.size());
    for (std::size_t i = 0; i < requests.size(); ++i) {
        Photo const& photo = *impl_->photos[requests[i].image.value];
        auto job = std::make_unique<Job>();
        job->photo = &photo;
        std::tie(job->width, job->height) = target_size(photo.info, requests[i]);
        if (!requests[i].part.whole()) job->part = pixel_part(requests[i].part, job->width, job->height);
        job->key = photo.info.placeholder ? hash_of("placeholder " + std::to_string(job->shown_width()) + ' ' +
                                                    std::to_string(job->shown_height()))
                                          : prepared_key(photo.facts.content, job->width, job->height,
                                                         impl_->options.jpeg_quality, job->part);
        auto const [found, is_new] = by_key.try_emplace(job->key, jobs.size());
        if (is_new) jobs.push_back(std::move(job));
        job_of[i] = found->second;
    }
    for (auto& job : jobs)
        impl_->find_or_draw(*job);
    std::vector<Job*> missing;
    for (auto& job : jobs)
        if (!job->picture) missing.push_back(job.get());
    if (!missing.empty()) impl_->decode_all(missing);

    for (auto& job : jobs) {
        if (job->problem) {
            for (auto const& place : job->photo->places)
                impl_->report(*job->problem, place);
            if (impl_->options.draft == Draft::Yes)
                job->picture =
                    std::make_shared<PreparedImage const>(draw_placeholder(job->shown_width(), job->shown_height()));
        }
        if (job->damaged)
            for (auto const& place : job->photo->places)
                impl_->report({Code::PhotoDamaged, {}}, place);
    }
    std::vector<std::shared_ptr<PreparedImage const>> pictures;
    pictures.reserve(requests.size());
    for (std::size_t const index : job_of)
        pictures.push_back(jobs[index]->picture);
    return pictures;
}

} // namespace kumihan::image
