"""The version of Regesta."""

__version__ = "0.12.0"
