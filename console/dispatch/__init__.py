"""Dispatch: adjusters and tow trucks on duty, who goes where, and what being late will cost."""
