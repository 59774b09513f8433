"""`python -m tests.guide_pictures`: the guide's pictures, from those that tests/screenshots.py left in its folder.

Take those with `--scheme light --font Inter` first. They are made small: the theme's own colours and those that a
picture has most of, 256 in all, which no eye tells from all of them.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from tests.screenshots import OUT

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

PICTURES = Path(__file__).parents[1] / "docs" / "guide" / "pictures"
WINDOW = "-light-1280x800"
FROM = {
    "start": f"start{WINDOW}",
    "wizard-preview": "new-project-2-light",
    "setup": f"setup{WINDOW}",
    "guideline": f"setup-guideline{WINDOW}",
    "agents": f"agents-more{WINDOW}",
    "workshop": f"agents-workshop{WINDOW}",
    "people": f"agents-people{WINDOW}",
    "items": f"items{WINDOW}",
    "annotate": f"annotate{WINDOW}",
    "review": f"review{WINDOW}",
    "quality": f"quality{WINDOW}",
    "agreement": f"quality-agreement{WINDOW}",
    "export": f"export{WINDOW}",
    "team-send": f"team-plan{WINDOW}",
    "team-progress": f"team-progress{WINDOW}",
    "keys": "keys-light",
}
CUT = {"start": (270, 230, 800, 230)}  # left, top, width, height of what is shown


def main() -> int:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QGuiApplication, QImage, QImageWriter

    _application = QGuiApplication([])
    for name, source in FROM.items():
        found = QImage(str(OUT / f"{source}.png"))
        if found.isNull():
            sys.stderr.write(f"{source} is not in {OUT}; {name}.png stays as it is\n")
            continue
        writer = QImageWriter(str(PICTURES / f"{name}.png"), b"png")
        writer.setCompression(100)
        writer.write(_few_colours(found.copy(*CUT[name]) if name in CUT else found))
    return 0


def _few_colours(picture: QImage) -> QImage:
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage

    from annotator.ui import theme

    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    shades, counts = np.unique(np.frombuffer(plain.constBits(), dtype=np.uint32), return_counts=True)
    own = [int(shade[1:], 16) for shade in theme.LIGHT]  # an icon of a few pixels stays green
    most = [int(shade) & 0xFFFFFF for shade in shades[np.argsort(-counts)][: 256 - len(own)]]
    table = [0xFF000000 | shade for shade in (*own, *most)]
    flags = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    return plain.convertToFormat(QImage.Format.Format_Indexed8, table, flags)


if __name__ == "__main__":
    sys.exit(main())
