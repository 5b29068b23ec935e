"""A small SVG writer.

Input: calls in picture units. Output: one SVG text. Invariants: nothing depends on time or on hash
order; ids are counted up in call order; numbers are written with at most two decimals, so that the
same program gives the same bytes.
"""

import math
import random
from contextlib import contextmanager


def n(value):
    """A number in its shortest form with two decimals."""
    text = "%.2f" % value
    text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def points_d(points, closed=True):
    """Path data of a polygon or a polyline."""
    body = "L".join("%s %s" % (n(x), n(y)) for x, y in points)
    return "M" + body + ("Z" if closed else "")


def smooth_d(points, closed=True, tension=1.0):
    """Path data of a Catmull-Rom curve through the points."""
    count = len(points)
    if count < 3:
        return points_d(points, False)

    def at(i):
        return points[i % count] if closed else points[max(0, min(count - 1, i))]

    out = ["M%s %s" % (n(points[0][0]), n(points[0][1]))]
    k = tension / 6.0
    for i in range(count if closed else count - 1):
        p0, p1, p2, p3 = at(i - 1), at(i), at(i + 1), at(i + 2)
        out.append("C%s %s %s %s %s %s" % (
            n(p1[0] + (p2[0] - p0[0]) * k), n(p1[1] + (p2[1] - p0[1]) * k),
            n(p2[0] - (p3[0] - p1[0]) * k), n(p2[1] - (p3[1] - p1[1]) * k),
            n(p2[0]), n(p2[1])))
    return "".join(out) + ("Z" if closed else "")


def limb_d(points, radii):
    """Path data of a rounded, tapering band along the points (radius per point).

    All parts run in one direction, so that the nonzero rule unites them into one shape.
    """
    parts = []
    for (x, y), r in zip(points, radii):
        parts.append("M%s %sA%s %s 0 1 1 %s %sA%s %s 0 1 1 %s %sZ" % (
            n(x - r), n(y), n(r), n(r), n(x + r), n(y), n(r), n(r), n(x - r), n(y)))
    for i in range(len(points) - 1):
        (x0, y0), (x1, y1) = points[i], points[i + 1]
        r0, r1 = radii[i], radii[i + 1]
        d = math.hypot(x1 - x0, y1 - y0)
        if d <= abs(r0 - r1) or d == 0:
            continue
        base = math.atan2(y1 - y0, x1 - x0)
        spread = math.acos((r0 - r1) / d)
        quad = []
        for r, x, y, a in ((r0, x0, y0, base - spread), (r1, x1, y1, base - spread),
                           (r1, x1, y1, base + spread), (r0, x0, y0, base + spread)):
            quad.append((x + r * math.cos(a), y + r * math.sin(a)))
        parts.append(points_d(quad))
    return "".join(parts)


class Canvas:
    """Collects elements; text() gives the SVG."""

    def __init__(self, width, height, seed):
        self.w = width
        self.h = height
        self.rng = random.Random(seed)
        self._defs = []
        self._out = []
        self._known = {}

    # --- paint servers -----------------------------------------------------------------------
    def _define(self, body):
        if body not in self._known:
            name = "d%d" % len(self._known)
            self._known[body] = name
            self._defs.append(body.replace("@", name, 1))
        return self._known[body]

    @staticmethod
    def _stops(stops):
        out = []
        for i, stop in enumerate(stops):
            if isinstance(stop, str):
                stop = (i / max(1, len(stops) - 1), stop)
            extra = ' stop-opacity="%s"' % n(stop[2]) if len(stop) > 2 else ""
            out.append('<stop offset="%s" stop-color="%s"%s/>' % (n(stop[0]), stop[1], extra))
        return "".join(out)

    def lin(self, x1, y1, x2, y2, *stops):
        """Linear gradient; a stop is a colour or (offset, colour[, opacity])."""
        body = ('<linearGradient id="@" gradientUnits="userSpaceOnUse" x1="%s" y1="%s" x2="%s" '
                'y2="%s">%s</linearGradient>' % (n(x1), n(y1), n(x2), n(y2), self._stops(stops)))
        return "url(#%s)" % self._define(body)

    def down(self, y1, y2, *stops):
        return self.lin(0, y1, 0, y2, *stops)

    def across(self, x1, x2, *stops):
        return self.lin(x1, 0, x2, 0, *stops)

    def rad(self, cx, cy, r, *stops):
        body = ('<radialGradient id="@" gradientUnits="userSpaceOnUse" cx="%s" cy="%s" r="%s">%s'
                '</radialGradient>' % (n(cx), n(cy), n(r), self._stops(stops)))
        return "url(#%s)" % self._define(body)

    def blur(self, size):
        body = ('<filter id="@" x="-50%%" y="-50%%" width="200%%" height="200%%">'
                '<feGaussianBlur stdDeviation="%s"/></filter>' % n(size))
        return "url(#%s)" % self._define(body)

    def clip(self, d):
        return "url(#%s)" % self._define('<clipPath id="@"><path d="%s"/></clipPath>' % d)

    # --- shapes ------------------------------------------------------------------------------
    def _style(self, fill, stroke=None, sw=0, op=1, blur=0, cap="round", dash=None):
        out = ' fill="%s"' % (fill or "none")
        if stroke:
            out += (' stroke="%s" stroke-width="%s" stroke-linecap="%s" stroke-linejoin="round"'
                    % (stroke, n(sw), cap))
            if dash:
                out += ' stroke-dasharray="%s"' % dash
        if op != 1:
            out += ' opacity="%s"' % n(op)
        if blur:
            out += ' filter="%s"' % self.blur(blur)
        return out

    def path(self, d, fill=None, **style):
        self._out.append('<path d="%s"%s/>' % (d, self._style(fill, **style)))

    def poly(self, points, fill=None, **style):
        self.path(points_d(points), fill, **style)

    def smooth(self, points, fill=None, **style):
        self.path(smooth_d(points), fill, **style)

    def limb(self, points, radii, fill, **style):
        self.path(limb_d(points, radii), fill, **style)

    def line(self, points, stroke, sw, curve=False, **style):
        d = smooth_d(points, False) if curve else points_d(points, False)
        self.path(d, None, stroke=stroke, sw=sw, **style)

    def rect(self, x, y, w, h, fill=None, rx=0, **style):
        corner = ' rx="%s"' % n(rx) if rx else ""
        self._out.append('<rect x="%s" y="%s" width="%s" height="%s"%s%s/>' % (
            n(x), n(y), n(w), n(h), corner, self._style(fill, **style)))

    def circle(self, cx, cy, r, fill=None, **style):
        self._out.append('<circle cx="%s" cy="%s" r="%s"%s/>' % (
            n(cx), n(cy), n(r), self._style(fill, **style)))

    def ellipse(self, cx, cy, rx, ry, fill=None, **style):
        self._out.append('<ellipse cx="%s" cy="%s" rx="%s" ry="%s"%s/>' % (
            n(cx), n(cy), n(rx), n(ry), self._style(fill, **style)))

    def text(self, x, y, size, words, fill, anchor="middle", bold=True, spacing=0, op=1):
        self._out.append(
            '<text x="%s" y="%s" font-family="BIZ UDGothic" font-size="%s" font-weight="%s" '
            'text-anchor="%s" letter-spacing="%s" fill="%s" opacity="%s">%s</text>' % (
                n(x), n(y), n(size), "700" if bold else "400", anchor, n(spacing), fill, n(op),
                words))

    # --- structure ---------------------------------------------------------------------------
    @contextmanager
    def group(self, transform=None, op=1, clip=None, blur=0):
        attrs = ""
        if transform:
            attrs += ' transform="%s"' % transform
        if op != 1:
            attrs += ' opacity="%s"' % n(op)
        if clip:
            attrs += ' clip-path="%s"' % clip
        if blur:
            attrs += ' filter="%s"' % self.blur(blur)
        self._out.append("<g%s>" % attrs)
        yield self
        self._out.append("</g>")

    def at(self, x, y, sx=1.0, sy=None, turn=0, **kw):
        """A group moved to (x, y), scaled, and turned by degrees."""
        move = "translate(%s %s)" % (n(x), n(y))
        if turn:
            move += " rotate(%s)" % n(turn)
        if sx != 1.0 or sy is not None:
            move += " scale(%.4f %.4f)" % (sx, sx if sy is None else sy)
        return self.group(move, **kw)

    def svg(self):
        return ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %s %s">'
                '<defs>%s</defs>%s</svg>\n' % (
                    n(self.w), n(self.h), "".join(self._defs), "".join(self._out)))
