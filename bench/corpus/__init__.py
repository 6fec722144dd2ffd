"""What a generated write-up is made of."""
