"""Charts as Office programs draw and edit them: DrawingML and the workbook behind it.

Each module has a function from a chart of a report to `Drawn`; where it stands and how much room it has is its user's.
"""
