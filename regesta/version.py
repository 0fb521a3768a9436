"""The version of Regesta."""

__version__ = "0.1.0"
