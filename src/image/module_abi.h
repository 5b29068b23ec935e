/* The seam between kumihan_image and the module kumihan_photos, the one place that links libvips. libvips and the
 * hundred libraries behind it cost some 34 ms at start-up, so the module is loaded at the first photo the cache does
 * not know. Plain C, so that the seam does not depend on the compiler of either side.
 * Input: the bytes of one file, whose kind the caller has told by its first bytes (no loader is guessed in here).
 * Output: a size, 8-bit samples, or a JPEG. Invariants: calls may come from many threads; nothing is printed; no
 * metadata of the file crosses the seam; the same input gives the same output. */
#ifndef KUMIHAN_IMAGE_MODULE_ABI_H
#define KUMIHAN_IMAGE_MODULE_ABI_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define KUMIHAN_PHOTOS_ABI 1

enum KumihanPhotoKind {
    KUMIHAN_PHOTO_JPEG = 1,
    KUMIHAN_PHOTO_PNG = 2,
    KUMIHAN_PHOTO_WEBP = 3,
    KUMIHAN_PHOTO_HEIF = 4, /* HEIC and AVIF */
    KUMIHAN_PHOTO_TIFF = 5,
    KUMIHAN_PHOTO_GIF = 6
};

enum KumihanPhotoStatus {
    KUMIHAN_PHOTO_OK = 0,
    KUMIHAN_PHOTO_BROKEN = 1,
    KUMIHAN_PHOTO_TOO_MANY_PIXELS = 2, /* the header is filled in */
    KUMIHAN_PHOTO_NO_DECODER = 3       /* this libvips was built without that format */
};

struct KumihanPhotoInput {
    uint8_t const* data;
    uint64_t size;
    int64_t max_pixels; /* refused before any pixel is decoded */
    int32_t kind;
};

struct KumihanPhotoHeader {
    int32_t width, height; /* as seen, after orientation */
};

struct KumihanPhotoPixels {
    uint8_t* samples; /* width * height * channels, rows without padding */
    uint8_t* alpha;   /* width * height, or null */
    int32_t width, height;
    int32_t channels; /* 1 grey, 3 sRGB */
    int32_t turned;   /* not as in the file: an orientation was applied */
    int32_t damaged;  /* the decoder complained but gave a whole picture */
};

struct KumihanPhotoBytes {
    uint8_t* data;
    uint64_t size;
};

struct KumihanPhotos {
    int32_t abi;
    int32_t (*probe)(struct KumihanPhotoInput const* input, struct KumihanPhotoHeader* header);
    /* width, height: pixels wanted after orientation, not above the original */
    int32_t (*decode)(struct KumihanPhotoInput const* input, int32_t width, int32_t height,
                      struct KumihanPhotoPixels* pixels);
    int32_t (*encode_jpeg)(uint8_t const* samples, int32_t width, int32_t height, int32_t channels, int32_t quality,
                           int32_t full_chroma, struct KumihanPhotoBytes* out);
    void (*release)(void* memory); /* for samples, alpha and data; null is allowed */
    void (*end_thread)(void);      /* to be called by each thread that used the table, before it ends */
};

/* Null when libvips does not start. Exported by the module under this name. */
struct KumihanPhotos const* kumihan_photos(void);
typedef struct KumihanPhotos const* (*KumihanPhotosEntry)(void);

#ifdef __cplusplus
}
#endif

#endif
