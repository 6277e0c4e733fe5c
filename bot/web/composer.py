"""Where a question is typed, and asked or stopped."""

from __future__ import annotations

import gradio as gr

from bot.web import text


def composer() -> tuple[gr.Textbox, gr.Button, gr.Button]:
    """The box, the button that asks, and the one that stops, which is hidden until something is answered."""
    with gr.Row(elem_id="ask-row"):
        box = gr.Textbox(
            label=text.QUESTION,
            placeholder=text.PLACEHOLDER,
            show_label=False,
            container=False,
            lines=1,
            max_lines=8,
            autofocus=True,
            elem_id="question",
        )
        ask = gr.Button(text.ASK, variant="primary", elem_id="ask", min_width=0, scale=0)
        stop = gr.Button(text.STOP, visible=False, elem_id="stop", min_width=0, scale=0)
    return box, ask, stop
