"""The version of Regesta."""

__version__ = "0.2.0"
