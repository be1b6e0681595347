"""What sentences say together: a sum that one names; its share, its year's money or its rise in others."""
