"""Makes the small picture files of this folder and expected.json: what Pillow decodes them to (see README.md)."""
import io
import json
import pathlib
import struct
import zlib

import numpy as np
from PIL import Image, ImageCms, ImageOps

HERE = pathlib.Path(__file__).parent
expected = {}


def scene(width, height):
    """A smooth gradient with some blocks: different in every corner and channel."""
    y, x = np.mgrid[0:height, 0:width]
    red = 255 * x / (width - 1)
    green = 255 * y / (height - 1)
    blue = 255 * (((x // 3) + (y // 2)) % 2)
    return np.stack([red, green, blue], -1).round().astype(np.uint8)


def record(name, rgb, tolerance=0):
    rgb = np.asarray(rgb, np.uint8)
    expected[name] = {
        "width": rgb.shape[1], "height": rgb.shape[0], "tolerance": tolerance, "rgb": rgb.tobytes().hex(),
    }


def save(name, image, tolerance=0, **options):
    image.save(HERE / name, **options)
    with Image.open(HERE / name) as read:
        record(name, over_white(read), tolerance)


def over_white(image):
    rgba = np.asarray(image.convert("RGBA")).astype(float)
    alpha = rgba[..., 3:] / 255
    return np.floor(rgba[..., :3] * alpha + 255 * (1 - alpha) + 0.5)


def png16(name, samples, colour_type):
    """Pillow writes no 16-bit colour PNG: header, filter 0, one IDAT (PNG specification, 3rd edition)."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    height, width = samples.shape[:2]
    rows = b"".join(b"\0" + row.astype(">u2").tobytes() for row in samples)
    (HERE / name).write_bytes(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 16, colour_type, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b""))


def tiff(name, samples, bits, sample_format):
    """An uncompressed TIFF 6.0 of one strip, for sample types that Pillow does not write."""
    height, width, bands = samples.shape
    data = samples.tobytes()
    entries = [(256, 4, 1, width), (257, 4, 1, height), (259, 3, 1, 1), (262, 3, 1, 2 if bands >= 3 else 1),
               (277, 3, 1, bands), (278, 4, 1, height), (279, 4, 1, len(data))]
    at = 8 + 2 + 12 * (len(entries) + 3) + 4
    entries += [(258, 3, bands, at if bands > 2 else bits), (339, 3, bands, at + 2 * bands if bands > 2 else sample_format),
                (273, 4, 1, at + 4 * bands)]
    directory = b"".join(struct.pack("<HHII", *entry) for entry in sorted(entries))
    (HERE / name).write_bytes(
        b"II*\0" + struct.pack("<IH", 8, len(entries)) + directory + struct.pack("<I", 0)
        + struct.pack(f"<{bands}H", *[bits] * bands) + struct.pack(f"<{bands}H", *[sample_format] * bands) + data)


def matrix_profile(red, green, blue, gamma):
    """A minimal ICC version 2 display profile: three colorants (XYZ, D50) and one gamma."""
    def xyz(values):
        return b"XYZ \0\0\0\0" + struct.pack(">3i", *[round(v * 65536) for v in values])
    curve = b"curv\0\0\0\0" + struct.pack(">IHH", 1, round(gamma * 256), 0)
    text = b"wide"
    tags = {
        b"desc": b"desc\0\0\0\0" + struct.pack(">I", len(text) + 1) + text + b"\0" + b"\0" * 78,
        b"wtpt": xyz((0.9642, 1, 0.8249)), b"rXYZ": xyz(red), b"gXYZ": xyz(green), b"bXYZ": xyz(blue),
        b"rTRC": curve, b"gTRC": curve, b"bTRC": curve, b"cprt": b"text\0\0\0\0CC0\0",
    }
    table, body, at = b"", b"", 128 + 4 + 12 * len(tags)
    for tag, data in tags.items():
        data += b"\0" * (-len(data) % 4)
        table += tag + struct.pack(">II", at + len(body), len(data))
        body += data
    size = at + len(body)
    header = struct.pack(">I4sI4s4s4s", size, b"\0\0\0\0", 0x02100000, b"mntr", b"RGB ", b"XYZ ")
    header += struct.pack(">6H", 2026, 1, 1, 0, 0, 0) + b"acsp" + b"\0" * 28 + struct.pack(">3i", 63190, 65536, 54061)
    return header.ljust(128, b"\0") + struct.pack(">I", len(tags)) + table + body


rgb = scene(12, 8)
image = Image.fromarray(rgb)
alpha = Image.fromarray((255 * np.linspace(0, 1, 12 * 8)).reshape(8, 12).astype(np.uint8))
rgba = image.copy()
rgba.putalpha(alpha)

# JPEG: baseline with and without chroma subsampling, progressive, grey, CMYK, the eight orientations.
photo = Image.fromarray(scene(40, 24))
save("subsampled.jpg", photo, quality=80, subsampling=2)
save("full-colour.jpg", photo, quality=80, subsampling=0)
save("progressive.jpg", photo, quality=80, progressive=True)
save("grey.jpg", photo.convert("L"), quality=80)
for orientation in range(1, 9):
    name = f"orientation-{orientation}.jpg"
    exif = Image.Exif()
    exif[0x0112] = orientation
    image.save(HERE / name, quality=90, subsampling=0, exif=exif)
    with Image.open(HERE / name) as read:
        record(name, ImageOps.exif_transpose(read))
patches = [(0, 0, 0, 0), (255, 0, 0, 0), (0, 255, 0, 0), (0, 0, 255, 0), (0, 0, 0, 255)]
inks = np.repeat(np.array(patches, np.uint8), 8, 0)[None].repeat(8, 0)
Image.fromarray(inks, "CMYK").save(HERE / "cmyk.jpg", quality=95)

# PNG: each colour type, 16 bit.
save("rgb.png", image)
save("rgba.png", rgba)
save("grey.png", image.convert("L"))
save("grey-alpha.png", rgba.convert("LA"))
save("bilevel.png", image.convert("1"))
save("palette.png", image.quantize(16))
save("palette-transparent.png", image.quantize(16), transparency=3)
save("one-pixel.png", Image.fromarray(np.array([[[10, 200, 77]]], np.uint8)))
wide = rgb.astype(np.uint16) * 256 + np.arange(12 * 8 * 3).reshape(8, 12, 3).astype(np.uint16) % 256
png16("rgb16.png", wide, 2)
record("rgb16.png", wide >> 8)
png16("grey16.png", wide[..., 1:2], 0)
record("grey16.png", np.repeat(wide[..., 1:2] >> 8, 3, 2))

# Profiles: Adobe RGB (1998) colorants, and sRGB itself (which changes nothing).
adobe = matrix_profile((0.60974, 0.31111, 0.01947), (0.20528, 0.62567, 0.06087), (0.14919, 0.06322, 0.74457), 2.19921875)
image.save(HERE / "adobe-rgb.png", icc_profile=adobe)
srgb = ImageCms.createProfile("sRGB")
record("adobe-rgb.png", ImageCms.profileToProfile(
    image, ImageCms.ImageCmsProfile(io.BytesIO(adobe)), srgb, renderingIntent=1), tolerance=2)
save("srgb-profile.png", image, icc_profile=ImageCms.ImageCmsProfile(srgb).tobytes())

# GIF, WebP, TIFF.
second = Image.fromarray(255 - rgb)
save("two-frames.gif", image.quantize(16), save_all=True, append_images=[second.quantize(16)])
save("transparent.gif", image.quantize(16), transparency=2)
save("lossless.webp", image, lossless=True)
save("alpha.webp", rgba, lossless=True, exact=True, tolerance=1)
save("lossy.webp", photo, quality=80)
save("rgb.tif", image, compression="tiff_lzw")
save("two-pages.tif", image, save_all=True, append_images=[second], compression="tiff_deflate")
tiff("rgb16.tif", wide.astype("<u2"), 16, 1)
record("rgb16.tif", wide >> 8)
tiff("signed32.tif", wide.astype("<i4"), 32, 2)
light = (rgb / 255.0).astype("<f4")
encoded = np.where(light <= 0.0031308, 12.92 * light, 1.055 * np.maximum(light, 1e-9) ** (1 / 2.4) - 0.055)
tiff("float-rgb.tif", light, 32, 3)
record("float-rgb.tif", np.floor(255 * encoded + 0.5), tolerance=1)
odd = np.array([[[np.nan], [-1.0], [np.inf], [1e30], [0.5], [0.0]]], "<f4")
tiff("float-grey.tif", odd, 32, 3)
record("float-grey.tif", [[[v] * 3 for v in (0, 0, 255, 255, 188, 0)]], tolerance=1)

# Resizing, of a picture whose overshoots stay within 0 to 255: Pillow would cut them off between its two passes.
calm = Image.fromarray(64 + rgb // 2)
save("calm.png", calm)
for width, height in ((5, 3), (30, 20), (6, 16), (1, 1)):
    record(f"resized to {width} x {height}", calm.resize((width, height), Image.Resampling.LANCZOS), tolerance=1)

(HERE / "expected.json").write_text(json.dumps(expected, indent=1) + "\n")
