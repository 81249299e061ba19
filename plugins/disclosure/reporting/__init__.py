"""What is due, as data: reviews, updates, ended rules, plans and their results, old drafts."""
