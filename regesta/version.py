"""The version of Regesta."""

__version__ = "0.11.0"
