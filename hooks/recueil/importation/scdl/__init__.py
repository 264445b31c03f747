"""From a national table of délibérations to drafts: each row read alone, each defect told with its line."""
