"""What the reports of one entry are worth: where they differ, which are hearsay, which were taken back."""
