"""Events → a tree of text: one pass, no recursion, nothing expanded, every mistake of form collected."""

from collections.abc import Callable
from typing import Any, Final, TypeAlias

from yaml import events as kinds

from dvk.findings import Mistake, Place
from dvk.textfile.complaints import ODD_BLANKS, misspaced
from dvk.textfile.decoding import CONTROL, name_of
from dvk.textfile.nodes import Node, TextFile, Tree
from dvk.textfile.paths import StablePaths
from dvk.textfile.screening import Steps, screen_for
from dvk.textfile.syntax import PARSER_ERRORS, events, mistake_of, problem_of

MAX_DEPTH = 64
MAX_MISTAKES = 100  # a file with more is hostile or generated: reading stops there
NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_LONGEST_ARGUMENT = 80
_YAML_TAGS = "tag:yaml.org,2002:"


class Slot:
    """Where the next node goes when it is not the value of a key."""


IN_LIST: Final = Slot()
AWAITED: Final = Slot()  # a mapping waits for its next key
DROPPED: Final = Slot()  # the key of the value that comes next was refused

Key: TypeAlias = str | Slot


class _GiveUpError(Exception):
    """Nothing after this point is worth reading."""


class TreeBuilder:
    """Builds the documents of one text; ``documents`` holds their roots, as far as they were read.

    The stream itself is the outermost list, so that a root goes where any other entry of a list goes.
    """

    def __init__(self, text: str) -> None:
        self.documents: list[Node] = []
        self.wants_lines = False
        self._text = text
        self._screen = screen_for(text)
        self._mistakes: list[Mistake] = []
        self._container: Any = self.documents  # a list or a mapping, as self._key says
        self._key: Key = IN_LIST
        self._stack: list[tuple[Any, Key]] = []
        self._top_place = Place(1, 1)

    def build(self) -> TextFile:
        """The tree of the first document and all mistakes; no tree where reading had to stop."""
        handlers = self._handlers()
        complete = False
        event = None
        try:
            for event in events("" if self._text.isspace() else self._text):  # libyaml stops at a lone tab
                handlers[type(event)](event)
            complete = True
        except _GiveUpError:
            pass
        except PARSER_ERRORS as error:
            self._mistakes.append(problem_of(error, self._text, event))
        tree = self._top() if complete else None
        return TextFile(tree, (*self._mistakes, *self._wording()))

    def first_line(self, key: str) -> str:  # noqa: ARG002
        """The line where ``key`` of the open mapping stands first, if this builder keeps lines."""
        self.wants_lines = True
        return ""

    def _handlers(self) -> dict[type, Callable[[Any], None]]:
        return {
            kinds.ScalarEvent: self._spaced if any(sign in self._text for sign in ODD_BLANKS) else self._any_scalar(),
            kinds.MappingStartEvent: self._open_mapping,
            kinds.SequenceStartEvent: self._open_list,
            kinds.MappingEndEvent: self._close,
            kinds.SequenceEndEvent: self._close,
            kinds.AliasEvent: self._alias,
            kinds.DocumentStartEvent: self._document,
            kinds.DocumentEndEvent: self._pass,
            kinds.StreamStartEvent: self._pass,
            kinds.StreamEndEvent: self._pass,
        }

    def _top(self) -> Tree | None:
        """The first document if it is a mapping; if not, the mistake, unless one says it already."""
        root = self.documents[0] if self.documents else None
        if isinstance(root, dict):
            return root
        if root is not None:
            found = "list" if isinstance(root, list) else "text"
            self._mistakes.append(Mistake("DVK110", args={"found": found}, place=self._top_place))
        elif not self._mistakes:
            self._mistakes.append(Mistake("DVK109", place=Place(1, 1)))
        return None

    def _wording(self) -> list[Mistake]:
        if not self._screen:
            return []
        return self._screen.mistakes(StablePaths(self.documents[0] if self.documents else None))

    def _report(self, code: str, event: Any, **args: str) -> None:
        if len(self._mistakes) >= MAX_MISTAKES:
            raise _GiveUpError
        short = {name: text[:_LONGEST_ARGUMENT] for name, text in args.items()}
        self._mistakes.append(Mistake(code, args=short, place=_start_of(event)))

    def _document(self, event: Any) -> None:
        if not self.documents:
            self._top_place = _start_of(event)
        elif len(self.documents) == 1:
            self._report("DVK111", event)

    def _pass(self, event: Any) -> None:
        """Says nothing that a tree would hold."""

    def _any_scalar(self) -> Callable[[Any], None]:
        return self._screened if self._screen else self._scalar

    def _spaced(self, event: Any) -> None:
        """A scalar of a text that has odd blanks: one that stands for a space changes what belongs to what."""
        slip = misspaced(event, self._text, as_key=self._key is AWAITED)
        if slip:
            self._mistakes.append(mistake_of(slip, self._text))
            raise _GiveUpError
        self._any_scalar()(event)

    def _screened(self, event: Any) -> None:
        """A scalar of a text that has escapes, decomposed letters or signs of an old font."""
        bad = CONTROL.search(event.value)
        if bad:
            self._report("DVK103", event, character=name_of(bad[0]))
            event.value = CONTROL.sub("", event.value)
        if self._screen:
            event.value = self._screen.clean(event.value, self._steps)
        self._scalar(event)

    def _scalar(self, event: Any) -> None:
        text = event.value
        node = None if text in NULLS and event.implicit[0] else text
        key = self._key
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event)
            node = node if event.anchor is None or key is AWAITED else None
        if key is AWAITED:
            if node and node not in self._container:
                self._key = node
            else:
                self._refuse_key(event, node)
        elif key is IN_LIST:
            self._container.append(node)
        else:
            if key is not DROPPED:
                self._container[key] = node
            self._key = AWAITED

    def _alias(self, event: Any) -> None:
        self._report("DVK106", event, name=event.anchor)
        self._put(event, None)

    def _open_mapping(self, event: Any) -> None:
        self._open(event, {}, AWAITED)

    def _open_list(self, event: Any) -> None:
        self._open(event, [], IN_LIST)

    def _open(self, event: Any, node: Node, first: Key) -> None:
        anchored = event.anchor is not None
        if anchored or event.tag is not None:
            self._refuse_properties(event)
        before = self._key
        self._put(event, None if anchored else node)
        self._stack.append((self._container, before))
        if len(self._stack) > MAX_DEPTH:
            self._report("DVK105", event, depth=str(MAX_DEPTH))
            raise _GiveUpError
        self._container = node
        self._key = first

    def _close(self, event: Any) -> None:  # noqa: ARG002
        self._container, before = self._stack.pop()
        if before is IN_LIST:
            self._key = IN_LIST
        else:
            self._key = DROPPED if before is AWAITED else AWAITED

    def _put(self, event: Any, node: Node) -> None:
        """Gives the open container a node that is not a plain scalar; as a key, it is refused."""
        key = self._key
        if key is IN_LIST:
            self._container.append(node)
        elif key is AWAITED:
            if not isinstance(event, kinds.AliasEvent):
                self._report("DVK114", event)
            self._key = DROPPED
        else:
            if key is not DROPPED:
                self._container[key] = node
            self._key = AWAITED

    def _refuse_properties(self, event: Any) -> None:
        if event.anchor is not None:
            self._report("DVK106", event, name=event.anchor)
        if event.tag is not None:
            tag = event.tag
            self._report(
                "DVK107",
                event,
                tag=f"!!{tag.removeprefix(_YAML_TAGS)}" if tag.startswith(_YAML_TAGS) else tag,
            )

    def _refuse_key(self, event: Any, key: str | None) -> None:
        if key:
            self._report("DVK108", event, key=key, first_line=self.first_line(key))
        else:
            self._report("DVK114", event)
        self._key = DROPPED

    def _steps(self, text: str) -> Steps:
        """Keys and positions from the stream to the scalar ``text`` at hand; the first is the document."""
        frames = [(container, key, 1) for container, key in self._stack]
        steps: list[str | int] = []
        for container, key, filled in [*frames, (self._container, self._key, 0)]:
            if key is IN_LIST:
                steps.append(len(container) - filled)
            elif isinstance(key, str):
                steps.append(key)
        return (*steps, text) if self._key is AWAITED else tuple(steps)


def _start_of(event: Any) -> Place:
    return Place(event.start_mark.line + 1, event.start_mark.column + 1)
