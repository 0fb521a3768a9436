"""Who said what to whom: quotation marks, cues, speakers, and the words that the syntax gives to them."""
