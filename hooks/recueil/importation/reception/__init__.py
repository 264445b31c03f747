"""What comes in: PDF, scans, texts, messages and archives of @ctes, each bounded."""
