"""Events: who did what to whom, when, where and with what."""
