/** How the web page looks on a screen and on paper, where each page has its number and the title of the document. */
export const PAGE_STYLE = `
body{color:#212b32;background:#fff;font:16px/1.5 Arial,"Liberation Sans",sans-serif;margin:0}
main{max-width:60rem;margin:0 auto;padding:24px}
h1{font-size:32px;line-height:1.2;margin:0 0 16px}
h2{border-top:2px solid #005eb8;font-size:24px;line-height:1.25;margin:32px 0 12px;padding-top:12px}
h3{font-size:19px;margin:24px 0 8px}
h4{font-size:16px;margin:20px 0 8px}
p{margin:0 0 12px;overflow-wrap:anywhere}
.about{color:#4c6272;margin:0}
table{border-collapse:collapse;margin:16px 0 24px;table-layout:fixed;width:100%}
caption{font-weight:bold;margin-bottom:8px;text-align:left}
th,td{border:1px solid #aeb7bd;font-size:14px;overflow-wrap:anywhere;padding:6px 8px;text-align:left;vertical-align:top}
thead th{background:#d8dde0}
tbody th{font-weight:normal}
.number{text-align:right}
.chart{margin:16px 0}
img{height:auto;max-width:100%}
.draft::before{background:#ffeb3b;content:"Draft. Not issued.";display:block;font-weight:bold;padding:8px 24px;text-align:center}
.draft::after{color:rgba(33,43,50,.12);content:"Draft";font-size:200px;font-weight:bold;left:50%;pointer-events:none;position:fixed;top:50%;transform:translate(-50%,-50%) rotate(-35deg)}
@page{margin:16mm 14mm 18mm;size:A4;@bottom-right{content:"Page " counter(page) " of " counter(pages);font:9pt Arial,sans-serif}}
@media print{
body{font-size:10.5pt}
main{max-width:none;padding:0}
h1{font-size:20pt}
h2{font-size:15pt;margin-top:18pt}
h3{font-size:12pt}
h4{font-size:10.5pt}
h2,h3,h4,caption{break-after:avoid}
thead{display:table-header-group}
tr,.chart{break-inside:avoid}
tbody tr:first-child{break-before:avoid}
th,td{font-size:9pt;padding:3pt 4pt}
}`
