"""What leaves the console as a file: sheets and one conversation as PDF. Every export is audited."""
