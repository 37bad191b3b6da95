"""A copy of a Word file that can be changed part by part; what is not changed stays as it was."""

from __future__ import annotations

import io
import posixpath
import zipfile
from typing import Any

from lettersmith.ooxml.gate import Parts, open_parts, parse
from lettersmith.ooxml.names import STRICT_WORD, WORD
from lettersmith.ooxml.package import main_part, part_of_kind, relationships, relationships_name

TYPES = "[Content_Types].xml"
PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPE = "{http://schemas.openxmlformats.org/package/2006/content-types}"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_RELATION = "http://purl.oclc.org/ooxml/officeDocument/relationships"


class Copy:
    """The parts of one file, those that were looked into as trees."""

    def __init__(self, data: bytes, name: str) -> None:
        self.parts: Parts = open_parts(data, name)
        self.main = main_part(self.parts)
        self.beside = relationships(self.parts, self.main)
        """What the text led to, as the file was given."""
        self.strict = STRICT_WORD.encode() in self.parts.read(self.main)
        self.trees: dict[str, Any] = {}
        self.changed: set[str] = set()
        self.gone: set[str] = set()

    def tree(self, name: str) -> Any:
        """The root of a part in Word's usual names; None where there is none."""
        if name not in self.trees:
            data = self.parts.read(name) if name else b""
            usual = data.replace(STRICT_WORD.encode(), WORD.encode()) if self.strict else data
            self.trees[name] = parse(usual, self.parts.file) if usual else None
        return self.trees[name]

    def change(self, name: str) -> Any:
        """The root of a part that will be written anew."""
        self.changed.add(name)
        return self.tree(name)

    def related(self, kind: str) -> str:
        """The name of the part of a kind that the text leads to; empty for none."""
        name = part_of_kind(self.beside, kind)
        return name if name in self.parts.names else ""

    def add(self, kind: str, content_type: str, root: Any) -> None:
        """A new part that the text leads to."""
        folder = posixpath.dirname(self.main)
        name = posixpath.join(folder, f"{kind}.xml")
        while name in self.parts.names:
            name = name.replace(".xml", "x.xml")
        self.trees[name] = root
        self.changed.add(name)
        types = self.change(TYPES)
        types.append(types.makeelement(f"{TYPE}Override", {"PartName": f"/{name}", "ContentType": content_type}))
        self._relate(kind, posixpath.basename(name))

    def _relate(self, kind: str, target: str) -> None:
        name = relationships_name(self.main)
        root = self.change(name)
        if root is None:
            root = self.trees[name] = parse(f'<Relationships xmlns="{PACKAGE[1:-1]}"/>'.encode(), name)
        used = {element.get("Id") for element in root}
        id = next(f"rId{number}" for number in range(1, len(used) + 2) if f"rId{number}" not in used)
        type = f"{STRICT_RELATION if self.strict else RELATION}/{kind}"
        root.append(root.makeelement(f"{PACKAGE}Relationship", {"Id": id, "Type": type, "Target": target}))

    def remove(self, name: str) -> None:
        """Take a part out, with whatever leads to it from the text."""
        self.gone |= {name, relationships_name(name)}
        types = self.change(TYPES)
        for element in list(types):
            if element.get("PartName", "").lstrip("/") == name:
                types.remove(element)
        root = self.change(relationships_name(self.main))
        ids = {id for id, one in self.beside.items() if one.target == name and not one.outside}
        for element in list(root):
            if element.get("Id") in ids:
                root.remove(element)

    def written(self) -> bytes:
        """The file, with every part that was not changed as it was."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            old = [member.filename for member in self.parts.archive.infolist()]
            for member in self.parts.archive.infolist():
                name = member.filename
                if name not in self.gone:
                    info = zipfile.ZipInfo(name, member.date_time)
                    info.compress_type, info.external_attr = member.compress_type, member.external_attr
                    archive.writestr(info, self._bytes(name) if name in self.changed else self.parts.read(name))
            for name in sorted(self.changed - set(old) - self.gone):
                archive.writestr(zipfile.ZipInfo(name), self._bytes(name), zipfile.ZIP_DEFLATED)
        return out.getvalue()

    def _bytes(self, name: str) -> bytes:
        from lxml import etree

        data: bytes = etree.tostring(self.trees[name], encoding="UTF-8", xml_declaration=True, standalone=True)
        return data.replace(WORD.encode(), STRICT_WORD.encode()) if self.strict else data
