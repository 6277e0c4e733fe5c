"""``python -m bot``: the command line."""

from bot.command_line import main

if __name__ == "__main__":
    main()
