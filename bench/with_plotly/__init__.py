"""The same page with the same figures, drawn by st.plotly_chart: what the page's own charts are measured against."""
