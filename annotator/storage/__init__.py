"""The only package with SQL: functions on an open project file, one module per noun."""
