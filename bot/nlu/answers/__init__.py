"""What the classifier of answers learns from, and how sure it must be: a question at a time, from sentences with places
for words (bot/data/answers)."""
