"""Problems chosen, and printed for people and for programs."""
