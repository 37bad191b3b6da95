"""What else people do: look at facts, at files of their own, at rules and templates; begin an inspection."""
