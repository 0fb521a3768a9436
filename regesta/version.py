"""The version of Regesta."""

__version__ = "0.10.0"
