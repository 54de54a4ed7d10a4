import { copyFile, readFile, writeFile } from "node:fs/promises";
import plan from "#seeds/yichun-869/plan.json" with { type: "json" };
import { planSchema } from "#shared/plan/schema.ts";
import { unitKeySchema, periodSchema } from "#shared/plan/ids.ts";
import { itemsFor } from "#shared/plan/assignment.ts";
import { taskSheetModel } from "#shared/paper/task-sheet.ts";
import { progressSheetModel } from "#shared/paper/progress-sheet.ts";
import { sheetModelSchema } from "#shared/paper/sheet-model.ts";
import { createPrinter, pdfFacts } from "./paper-printing.ts";
const p = planSchema.parse(plan);
p.settings.countyTargets.push({indicator:"T04-1",unit:"360926",year:2025,value:"16"} as never,{indicator:"T07-1",unit:"360926",year:2025,value:"20"} as never,{indicator:"T07-2",unit:"360926",year:2025,value:"12"} as never);
const U = (s:string)=>unitKeySchema.parse(s);
const html = await readFile("/work/shared/design/mockups/print/progress-sheet.html","utf8");
const strip=(s:string)=>s.replace(/<br>/g,"\n").replace(/<[^>]+>/g,"");
const rows=[...html.matchAll(/<tr[^>]*><td class="c">(\d+)<\/td>(.*?)<\/tr>/gs)].map(m=>{const c=[...m[2].matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(x=>x[1]);return {no:+m[1],dept:strip(c[3]),progress:strip(c[5]),status:strip(c[6]).split("\n")[0],problems:strip(c[7]),next:strip(c[8]),person:c[9].split("<")[0],phone:strip(c[9].replace(/^[^<]*/,""))};});
const ST:any={未启动:"not-started",推进中:"in-progress",已完成:"completed",不涉及:"not-applicable"};
const period=periodSchema.parse("2025-06");
const contacts=new Map(rows.map(r=>[r.no,{department:r.dept,person:r.person,phone:r.phone}]));
const fig:any={"T01-1":{revenue:"482613.52",revenue_prior:"447108.3"},"T02-1":{revenue:"19204.6",revenue_prior:"17003.18"},"T03-1":{revenue:"23110.75",revenue_prior:"21802.4"},"T04-1":{revenue:"87380.24",revenue_prior:"80170.66"},"T05-1":{revenue:"91502.33",revenue_prior:"82011.9"},"T05-2":{revenue:"40215.8"},"T07-1":{revenue:"104210",revenue_prior:"95781"},"T07-2":{revenue:"51,700.5"},"T33-1":{srdi:"14",little_giants:"1",champions:"0",unicorns:"0",gazelles:"2"},"T21-1":{leading_industries_revenue:"301200",park_revenue:"344000"}};
const items=itemsFor(p,"360926",period).map(a=>{let draft:any=null;
 if(a.kind==="task"){const r=rows.find(r=>r.no===a.task.no)!;draft=r.status==="不涉及"?{status:ST[r.status],reason:r.progress,problems:r.problems}: r.progress==="本期无新进展。"?{noProgress:true,status:ST[r.status],problems:r.problems}:{status:ST[r.status],progress:r.progress,problems:r.problems,next:r.next==="—"?"":r.next};}
 if(a.kind==="indicator"){ if(fig[a.indicator.id]) draft={inputs:fig[a.indicator.id]}; if(a.indicator.id==="T09-1")draft={notApplicable:"本县无规模以上纺织鞋服企业"}; if(a.indicator.id==="T25-2")draft={noData:{source:"县统计局",expected:"2025-07-20"}};}
 return {item:a.item,due:a.due,draft,body:draft};});
const base={plan:p,unit:U("360926"),period,blank:false,items,contacts,checkCode:"7c1e90a45b2df386",digest:null,printedAt:"2025-07-08T08:20:00.000Z",people:{filler:"填报人甲",reviewer:"审核人乙",head:"负责人丙",phone:"0795-0000001"},sample:true,annex:"附件2"} as const;
const long="一是摸清底数，对规上企业逐户开展测评；二是分类施策，签订改造合同（含“小快轻准”产品）29份；".repeat(100).slice(0,4000);
const ex=items.map(i=>i.item==="task:3"?{...i,draft:{status:"in-progress",progress:long,problems:long.slice(0,1500),next:"第一段\n第二段：\n"+"A".repeat(300)}}:i.item==="task:5"?{...i,draft:{status:"in-progress",progress:"李䶮、𬭛某某、㑇𠮷𰻝；URL https://example.com/"+"path/".repeat(60),problems:"无",next:"",extension:{date:"2027-06-30",reason:"用地未落实"}}}:i.item==="task:7"?{...i,draft:null}:i.item==="indicator:T08-1"?{...i,draft:{inputs:{revenue:"1.2亿"}}}:i);
const exc=new Map(contacts); exc.set(3,{department:"铜鼓县"+"某某某某局、".repeat(25),leader:"欧阳䶮䶮",person:"阿卜杜勒·买买提·吐尔逊江·艾合买提",phone:"0795-0000001转8001、13800000000、13900000000"} as never);
const models:any = {
 task: taskSheetModel({ plan: p, unit: U("360926"), printedAt: "2025-07-01T02:00:00.000Z", sample: true, annex: "附件1" }),
 taskzone: taskSheetModel({ plan: p, unit: U("YC-JKQ"), printedAt: "2025-07-01T02:00:00.000Z", sample: false }),
 taskdept: taskSheetModel({ plan: p, unit: U("kjj"), printedAt: "2025-07-01T02:00:00.000Z", sample: false }),
 blank: progressSheetModel({ ...base, period: null, blank: true, items: [], stage: "blank", people: null, sample: false}),
 review: progressSheetModel({ ...base, stage:"review"}),
 draft: progressSheetModel({ ...base, stage:"draft", sample:false, items: ex}),
 sealed: progressSheetModel({ ...base, stage:"sealed",sample:false,digest:"6485ea121ab7037818923ad20d76ab07f0e820961800746ea5f2" +"9bc5ea922927",form:["表　　号：宜工信869-2表","制定机关：宜春市工业和信息化局","批准文号：宜统制〔2025〕1号","有效期至：2026年12月"]}),
 extreme: progressSheetModel({ ...base, stage:"review", items: ex, contacts: exc, plan:{...p,units:p.units.map(u=>u.key==="360926"?{...u,names:[{name:"铜鼓县人民政府（铜鼓高新技术产业开发区管理委员会、铜鼓县工业强县领导小组）",basis:"assumed" as const}]}:u)}, people:{filler:"阿卜杜勒·买买提·吐尔逊江·艾合买提·䶮",reviewer:"",head:"",phone:"0795-0000001转8001、13800000000"}}),
 empty: progressSheetModel({ ...base, items: [], contacts:new Map(), checkCode:null, people:null, stage:"review"}),
};
const only=process.argv.slice(2);
const printer = await createPrinter();
for (const [n, m] of Object.entries(models)) { if(only.length&&!only.includes(n))continue; const t=Date.now(); await writeFile(`/tmp/paper/${n}.json`,JSON.stringify(m)); const f = await printer.print(sheetModelSchema.parse(m), n); await copyFile(f, `/tmp/paper/${n}.pdf`); const x = pdfFacts(f); console.log(n, x.pages, new Set(x.sizes), x.fonts.length, x.fonts.every(f=>f.embedded), Date.now()-t); }
await printer.close();
