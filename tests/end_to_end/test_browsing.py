from __future__ import annotations

import pytest

from tests.end_to_end.browsing import NoBrowser, chromium


def test_a_browser_that_does_not_start_is_named_with_the_command_that_tells_why() -> None:
    with (
        pytest.raises(NoBrowser, match=r"^/bin/false does not start, see what it says: /bin/false --headless "),
        chromium("/bin/false"),
    ):
        pass
