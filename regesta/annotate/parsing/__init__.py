"""What is put into a spaCy parser so that it reads news faster and cuts it right."""
