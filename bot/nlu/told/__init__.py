"""What the classifier of told losses learns from: sentences with places for words (bot/data/told), said as people say
them."""
