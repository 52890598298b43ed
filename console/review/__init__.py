"""Review of transcripts: sampling, grading, and corrections that make the assistant better."""
