"""What results say: every sentence made from findings, by one function a sentence."""
