print("journal-tool")
