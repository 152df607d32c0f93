"""The specialties as a table: id, title, physician, parent, everyday names.

Certifying boards' specialties and subspecialties, and the other fields that physicians name
when asked. An entry is a line `id < parent` with its names indented below: title, physician,
then everyday names in the wording notation of lexicon.py.
"""

from __future__ import annotations

from typing import Iterator, List, NamedTuple


class Row(NamedTuple):
    """One specialty as written; `parent` is empty at the top."""

    id: str
    parent: str
    title: str
    physician: str
    names: List[str]


_TABLE = """\
addiction-medicine
    addiction medicine; addiction medicine physician; addiction
    (specialist|doc|psychiatry|psychiatrist|physician); addictionologist; addictionology
adolescent-medicine < pediatrics
    adolescent medicine; adolescent medicine physician; adolescent med
aerospace-medicine < preventive-medicine
    aerospace medicine; aerospace medicine physician; flight (surgeon|surgery); aviation medicine
allergy-immunology
    allergy and immunology; allergist; allergist immunologist; immunologist; a and i; allergy
    immunology; allergy/immunology; allergy doc; immunology; allergology; allergy
anesthesiology
    anesthesiology; anesthesiologist; anesthesia; anaesthesia; anaesthetist; anaesthesiology;
    anaesthesiologist; anesthesist; anes; gas; gas (passer|doc|man); gasser; anesthetist
bariatric-surgery < general-surgery
    bariatric surgery; bariatric surgeon; bariatrics; bariatric; weight loss surgeon
breast-surgery < general-surgery
    breast surgery; breast surgeon
burn-surgery < general-surgery
    burn surgery; burn surgeon
cardiac-electrophysiology < cardiology
    clinical cardiac electrophysiology; electrophysiologist; cardiac
    (electrophysiology|electrophysiologist|ep); electrophysiology; ep
    (cards|cardiology|cardiologist|cardio); ep; ep doc; ccep; (cards|cardio|cardiology) ep
cardiology
    cardiology; cardiologist; cards; card; cardio; cardiac; cardiovascular
    (medicine|disease|diseases|doc|); heart doc(tor|); heart specialist; general cardiology;
    general cards; noninvasive cardiology; non invasive (cardiology|cardiologist|cards); gen
    cards; cardiology doc; cardiac imaging; cv medicine; echo doc
cardiothoracic-surgery
    cardiothoracic surgery; cardiothoracic surgeon; ct surgery; ct surgeon; ct surg; cardiac
    (surgery|surgeon); heart surge(on|ry); thoracic (surgery|surgeon); cardiothoracic; cv
    surge(on|ry); cardiovascular surge(on|ry)
child-neurology < neurology
    child neurology; child neurologist; pediatric neurolog(y|ist); peds neuro(logy|logist|); pedi
    neuro
child-psychiatry < psychiatry
    child and adolescent psychiatry; child psychiatrist; child psychiatry; child psych; child and
    adolescent psychiatrist; pediatric psychiatr(y|ist); peds psych; cap psych
clinical-genetics
    medical genetics; clinical geneticist; genetics; geneticist; clinical genetics; medical
    geneticist; genomics physician; medical genetics and genomics
clinical-informatics
    clinical informatics; clinical informaticist; informaticist physician; clinical informatician
colorectal-surgery < general-surgery
    colon and rectal surgery; colorectal surgeon; colorectal; colorectal surgery; crs; colon and
    rectal; colorectal surg
complex-family-planning < obstetrics-gynecology
    complex family planning; family planning specialist; family planning (doc|physician)
critical-care
    critical care medicine; intensivist; crit care; critical care; icu
    (doc|physician|attending|doctor); intensive care; ccm; cc doc; icu
cytopathology < pathology
    cytopathology; cytopathologist; cytopath
dermatology
    dermatology; dermatologist; derm; derms; derm doc; skin doc(tor|); dermie; derma
dermatopathology < dermatology
    dermatopathology; dermatopathologist; dermpath; derm path
developmental-behavioral-pediatrics < pediatrics
    developmental-behavioral pediatrics; developmental-behavioral pediatrician; developmental
    pediatric(s|ian); developmental peds; dev peds; developmental behavioral peds
emergency-medicine
    emergency medicine; emergency physician; em; er doc; er (doctor|physician|md|attending); ed
    (doc|physician|attending); em (doc|physician|attending|md); emergency (med|doc|doctor|room
    doc|room doctor|room physician|medicine physician|docs); emergency room; er docs; er; emerg
emergency-medical-services < emergency-medicine
    emergency medical services; EMS physician; ems; ems (doc|medical director); prehospital
    medicine
endocrinology
    endocrinology; endocrinologist; endo; endos; endocrine; endocrin; diabetes (doc|specialist);
    diabetologist; endocrinology and metabolism; endo doc
endocrine-surgery < general-surgery
    endocrine surgery; endocrine surgeon
epilepsy < neurology
    epilepsy; epileptologist
family-medicine
    family medicine; family physician; fm; fp; fam med; family med; family
    (doctor|doc|practice|practitioner|practice doc|medicine doc|medicine physician|docs); fm
    (doc|physician); family prac; fammed; gp; general practitioner; general practice
female-pelvic-medicine < obstetrics-gynecology
    urogynecology; urogynecologist; urogyn; fpmrs; female pelvic medicine; pelvic reconstructive
    surgery
forensic-pathology < pathology
    forensic pathology; forensic pathologist; medical examiner pathologist; forensic path; coroner
forensic-psychiatry < psychiatry
    forensic psychiatry; forensic psychiatrist; forensic psych
gastroenterology
    gastroenterology; gastroenterologist; gi; gi (doc|physician); gastro; gastros;
    gastroenterolog; gut doc; gis doc; gastroenterologists
general-surgery < surgery
    general surgery; general surgeon; gen surg; general surg; gsurg; gen surgeon; gensurg; acute
    care surge(on|ry)
geriatrics
    geriatric medicine; geriatrician; geri; geris; geriatrics; geriatric; gero; elder care doc
geriatric-psychiatry < psychiatry
    geriatric psychiatry; geriatric psychiatrist; geri psych; geropsych; geropsychiatry;
    geropsychiatrist
gynecologic-oncology < oncology
    gynecologic oncology; gynecologic oncologist; gyn onc; gyn oncolog(y|ist); gynonc;
    gynecological oncolog(y|ist); gyno onc
hand-surgery < orthopedic-surgery
    hand surgery; hand surgeon; hand surg
head-neck-surgery < otolaryngology
    head and neck surgery; head and neck surgeon
heart-failure < cardiology
    advanced heart failure and transplant cardiology; heart failure cardiologist; heart failure
    (doc|specialist|cardiology|cards); advanced heart failure; transplant cardiology; transplant
    cardiologist; hf cards
hematology
    hematology; hematologist; heme; hemes; haematology; haematologist; benign heme; blood doc;
    classical hematology
hematology-oncology < oncology
    hematology-oncology; hematologist-oncologist; heme onc; heme/onc; hem onc; hem/onc; hemeonc;
    hemonc; haem onc; hematology and oncology; hematology oncology; hematology oncologist; heme
    and onc; heme oncolog(y|ist); hematologist and oncologist
hepatology < gastroenterology
    transplant hepatology; hepatologist; hepatology; liver (doc|specialist|doctor); hep doc
hospice-palliative
    hospice and palliative medicine; palliative care physician; palliative; palliative
    (care|medicine|med|care doc|doc|physician|specialist); hospice (medicine|doc|physician|medical
    director|care|); pall care; palli; hpm
hospital-medicine < internal-medicine
    hospital medicine; hospitalist; hospitalists; hospitalist medicine; hospital med; hospitalist
    doc; nocturnist
hyperbaric-medicine
    undersea and hyperbaric medicine; hyperbaric physician; hyperbaric(s|); hyperbaric
    (doc|medicine)
infectious-disease
    infectious disease; infectious disease physician; id; id
    (doc|physician|specialist|attending|consultant|fellow); infectious diseases; infectious dz;
    infectious disease (doc|specialist); infectiologist; inf disease; infectious
integrative-medicine
    integrative medicine; integrative medicine physician; functional medicine; integrative med;
    holistic (doctor|physician|medicine)
internal-medicine
    internal medicine; internist; im; im (doc|physician|attending|trained); internal med; int med;
    intmed; internists; general internist; general medicine; gen med; internal medicine doc; gim;
    medicine doc
interventional-cardiology < cardiology
    interventional cardiology; interventional cardiologist; interventional cards; ic cards; int
    cards; interventional cardio; cath lab (doc|cardiologist); invasive
    (cardiology|cardiologist|cards); structural (cardiology|cardiologist|heart); interventionalist;
    interventionalists; interventional
    heart doc
interventional-radiology < radiology
    interventional radiology; interventional radiologist; ir; ir (doc|physician); interventional
    rads; vir; vascular and interventional radiology
lifestyle-medicine
    lifestyle medicine; lifestyle medicine physician
maternal-fetal-medicine < obstetrics-gynecology
    maternal-fetal medicine; maternal-fetal medicine physician; mfm; perinatolog(y|ist); maternal
    fetal med; maternal fetal; maternal fetal medicine specialist; high risk ob
medical-toxicology < emergency-medicine
    medical toxicology; medical toxicologist; toxicolog(y|ist); tox doc
medical-microbiology < pathology
    medical microbiology; medical microbiologist; microbiologist
medicine-pediatrics
    internal medicine-pediatrics; med-peds physician; med peds; medpeds; med-peds doc; medicine
    peds
mohs-surgery < dermatology
    Mohs surgery; Mohs surgeon; mohs; micrographic surgery
molecular-pathology < pathology
    molecular genetic pathology; molecular pathologist; molecular path
movement-disorders < neurology
    movement disorders; movement disorders neurologist; movement disorder(s|) specialist
neonatology < pediatrics
    neonatology; neonatologist; nicu; nicu (doc|physician); neo doc; neonatal (medicine|perinatal
    medicine); neonatal-perinatal medicine
nephrology
    nephrology; nephrologist; nephro; neph; nephros; renal; renal doc; kidney doc(tor|); kidney
    specialist
neurocritical-care < neurology
    neurocritical care; neurointensivist; neuro icu; neurocrit; neuro crit care; neuro critical
    care
neurology
    neurology; neurologist; neuro; neuros; neuro doc; brain doc; general neurology; headache
    (medicine|specialist); neurohospitalist; neuromuscular medicine
neuropathology < pathology
    neuropathology; neuropathologist; neuropath
neuroradiology < radiology
    neuroradiology; neuroradiologist; neurorads; neuro rads; neuro radiolog(y|ist); neurorad
neurosurgery
    neurosurgery; neurosurgeon; neurological surge(ry|on); nsgy; nsx; nsurg; neuro surg(eon|ery|);
    neurosurg; brain surge(on|ry); neurosx
neurotology < otolaryngology
    neurotology; neurotologist; otology; otologist
nuclear-medicine < radiology
    nuclear medicine; nuclear medicine physician; nuc med; nucs; nuclear med; nuclear medicine
    doc; nukes doc
nuclear-cardiology < cardiology
    nuclear cardiology; nuclear cardiologist; nuclear cards
obesity-medicine
    obesity medicine; obesity medicine physician; bariatric medicine; weight (management|loss)
    (doc|physician|medicine); obesity (doc|med); bariatrician
obstetrics-gynecology
    obstetrics and gynecology; obstetrician-gynecologist; ob; obs; gyn; ob gyn; ob/gyn; obgyn;
    obgyns; ob-gyn; obg; obstetric(s|ian); gynecolog(y|ist); gynaecolog(y|ist); ob doc; ob/gyn
    doc; gyno; gynae; obstetrics gynecology; ob and gyn; obstetrician and gynecologist; women's
    health doc; obygn; ob gyne; laborist; ob hospitalist
occupational-medicine < preventive-medicine
    occupational medicine; occupational medicine physician; occ med; occmed; occupational health
    (physician|doc|); occ health; occupational med; occupational (and environmental
    medicine|doc|physician); oem doc
oncology
    oncology; oncologist; onc; oncs; med onc; medical oncolog(y|ist); medonc; onco; cancer; cancer
    (doc|doctor|specialist|physician|docs|doctors); onc doc; oncology doc; hem-less onc; oncol
ophthalmology
    ophthalmology; ophthalmologist; ophtho; optho; ophthal; ophth; optho doc; eye
    (doc|doctor|surgeon|md|physician); ophthalmic surge(on|ry); opthalmology; opthalmologist;
    opthamology; opthamologist; ophthamology; ophthamologist; ophto;
    (retina|retinal|vitreoretinal|cornea|corneal|glaucoma|cataract|oculoplastic|oculoplastics)
    (surgeon|surgery|specialist|doc|doctor|md|physician|guy|fellow); vitreoretinal; oculoplastics;
    retina practice
oral-maxillofacial-surgery
    oral and maxillofacial surgery; oral and maxillofacial surgeon; omfs; oral surge(on|ry);
    maxillofacial surge(on|ry)
orthopedic-surgery
    orthopedic surgery; orthopedic surgeon; ortho; orthos; orthopedics; orthopaedics; orthopod;
    orthopedist; orthopaedic surge(on|ry); orthopedic; bone (doc|doctor|surgeon); ortho
    surg(eon|ery|); ortho doc; joint surgeon
osteopathic-manipulative-medicine
    osteopathic manipulative medicine; osteopathic manipulative medicine physician; omm; omt
    (doc|physician); neuromusculoskeletal medicine; onmm
otolaryngology
    otolaryngology; otolaryngologist; ent; ents; ent (doc|surgeon|physician); ear nose and throat;
    oto; otolaryngology head and neck surgery; otorhinolaryngolog(y|ist); ear nose throat
    (doc|doctor|)
pain-medicine
    pain medicine; pain medicine physician; pain
    (management|mgmt|doc|specialist|physician|med|fellowship); interventional pain; pain mgt;
    algologist; pain management (doc|physician)
pathology
    pathology; pathologist; path; paths; anatomic pathology; ap/cp; ap cp; clinical pathology;
    path doc; surgical patholog(y|ist); surg path; lab medicine
pediatric-anesthesiology < anesthesiology
    pediatric anesthesiology; pediatric anesthesiologist; peds anesthesia; pediatric anesthesia
pediatric-cardiology < cardiology
    pediatric cardiology; pediatric cardiologist; peds (cards|cardiology|cardiologist|cardio);
    pedi cards; paediatric cardiolog(y|ist); pediatric cards
pediatric-critical-care < critical-care
    pediatric critical care medicine; pediatric intensivist; picu; picu (doc|attending); peds icu;
    peds crit care; pediatric critical care
pediatric-emergency-medicine < emergency-medicine
    pediatric emergency medicine; pediatric emergency physician; peds em; pem; peds
    (er|ed|emergency) doc; pediatric emergency; peds emergency medicine
pediatric-endocrinology < endocrinology
    pediatric endocrinology; pediatric endocrinologist; peds endo; pediatric endo
pediatric-gastroenterology < gastroenterology
    pediatric gastroenterology; pediatric gastroenterologist; peds gi; pediatric gi
pediatric-hematology-oncology < hematology-oncology
    pediatric hematology-oncology; pediatric hematologist-oncologist; peds heme onc; peds
    heme/onc; peds onc; pediatric oncolog(y|ist); pediatric heme onc; pediatric hematolog(y|ist);
    pho doc; peds oncolog(y|ist)
pediatric-infectious-disease < infectious-disease
    pediatric infectious disease; pediatric infectious disease physician; peds id; pediatric id;
    pediatric infectious diseases
pediatric-nephrology < nephrology
    pediatric nephrology; pediatric nephrologist; peds neph(ro|rology|); peds renal
pediatric-orthopedics < orthopedic-surgery
    pediatric orthopedics; pediatric orthopedic surgeon; peds ortho; pediatric ortho
pediatric-pulmonology < pulmonology
    pediatric pulmonology; pediatric pulmonologist; peds pulm(onology|onologist|); pediatric pulm
pediatric-radiology < radiology
    pediatric radiology; pediatric radiologist; peds rads; pediatric rads
pediatric-rheumatology < rheumatology
    pediatric rheumatology; pediatric rheumatologist; peds rheum(atology|atologist|); pediatric
    rheum; pedi rheum
pediatric-surgery < general-surgery
    pediatric surgery; pediatric surgeon; peds surg(ery|eon|); pedi surg
pediatric-urology < urology
    pediatric urology; pediatric urologist; peds uro(logy|logist|)
pediatric-hospital-medicine < pediatrics
    pediatric hospital medicine; pediatric hospitalist; peds hospitalist; phm
pediatrics
    pediatrics; pediatrician; peds; pedes; pediatric; paediatrics; paediatrician; peds doc; pedi;
    pediatric doc; kid(s|) doc(tor|); general peds; gen peds; pediatric medicine
physical-medicine-rehabilitation
    physical medicine and rehabilitation; physiatrist; pm and r; pm&r; pmr; pmnr; physiatry; rehab
    (doc|medicine|physician|md); physical medicine; physical med and rehab; physical medicine and
    rehab; pm r; spinal cord injury medicine; brain injury medicine
plastic-surgery
    plastic surgery; plastic surgeon; plastics; prs; plastic surg; cosmetic surge(on|ry); plastic
    and reconstructive surge(on|ry); facial plastic(s|) (surgery|surgeon|); aesthetic
    surge(on|ry); plastics guy
podiatry
    podiatry; podiatrist; podiatric surge(on|ry); foot doc(tor|)
preventive-medicine
    preventive medicine; preventive medicine physician; preventative medicine; prev med;
    preventive med; public health physician; gpm; public health doc
primary-care
    primary care; primary care physician; pcp; pcps; primary care
    (doc|doctor|provider|docs|md|physicians); primary; primary med doc
psychiatry
    psychiatry; psychiatrist; psych; psychs; psychiatric; shrink; psych doc; general psychiatry;
    c-l psychiatry; consult liaison psychiatry; cl psych; psychiatry doc
pulmonary-critical-care < pulmonology
    pulmonary and critical care medicine; pulmonary and critical care physician; pccm; pulm crit;
    pulm/crit; pulm crit care; pulm critical care; pulmonary critical care; pulm cc; pulm and crit
    care; pulm ccm; pulmonary and critical care; pulmonary/critical care
pulmonology
    pulmonology; pulmonologist; pulm; pulms; pulmo; pulmonary; pulmonary (medicine|doc); lung
    (doc|doctor|specialist); pneumologist; chest physician; respirologist; respirology
radiation-oncology < oncology
    radiation oncology; radiation oncologist; rad onc; radonc; rad/onc; rad oncolog(y|ist); rads
    onc; radiation onc; radiotherapy doc; ro doc; xrt doc; clinical oncolog(y|ist)
radiology
    radiology; radiologist; rads; rad; diagnostic radiology; diagnostic radiologist; dr rads;
    teleradiologist; radiology doc; body imaging; imaging doc; breast (imaging|imager); msk
    radiolog(y|ist); radiologists
reproductive-endocrinology < obstetrics-gynecology
    reproductive endocrinology and infertility; reproductive endocrinologist; rei; fertility
    (doc|specialist|doctor|medicine); reproductive (endo|endocrinology); ivf doc; rei doc
rheumatology
    rheumatology; rheumatologist; rheum; rheums; rheumy; rheumo; rheum doc; arthritis
    (doc|specialist|doctor); reum; rhuem; rhem
sleep-medicine
    sleep medicine; sleep medicine physician; sleep (doc|doctor|med|physician|specialist); sleep;
    sleep medicine doc; somnologist
spine-surgery < orthopedic-surgery
    spine surgery; spine surgeon; spine surg; ortho spine; spine doc
sports-medicine
    sports medicine; sports medicine physician; sports med; sport medicine; sports (doc|medicine
    doc); sports medicine surgeon
surgery
    surgery; surgeon; surgical specialties; surgical subspecialty; surgical; surg
surgical-critical-care < critical-care
    surgical critical care; surgical intensivist; sicu; scc surgeon; surgical crit care; trauma
    critical care
surgical-oncology < oncology
    surgical oncology; surgical oncologist; surg onc; surgonc; surg oncolog(y|ist); surgical onc;
    complex general surgical oncology; cancer surgeon
transfusion-medicine < pathology
    transfusion medicine; transfusion medicine physician; blood bank(ing|); blood banker
transplant-surgery < general-surgery
    transplant surgery; transplant surgeon; transplant surg
trauma-surgery < general-surgery
    trauma surgery; trauma surgeon; trauma surg
urgent-care
    urgent care; urgent care physician; urgent care (doc|doctor|md|medicine); uc doc
urology
    urology; urologist; uro; uros; urologic surge(on|ry); urologic; uro doc; urologic
    oncolog(y|ist); uro onc
vascular-neurology < neurology
    vascular neurology; vascular neurologist; stroke (neurology|neurologist|doc|specialist);
    vascular neuro
vascular-surgery
    vascular surgery; vascular surgeon; vascular; vascular (surg|doc); vasc surg; vasc
    surge(on|ry); vasc
wound-care
    wound care; wound care physician; wound care (doc|specialist)
"""


def rows() -> Iterator[Row]:
    """The entries of the table, in its order."""
    entries: List[List[str]] = []
    for line in _TABLE.splitlines():
        if line.startswith(" "):
            entries[-1].append(line.strip())
        else:
            entries.append([line])
    for head, *name_lines in entries:
        id_, _, parent = head.partition(" < ")
        title, physician, *names = (name.strip() for name in " ".join(name_lines).split(";"))
        yield Row(id_, parent, title, physician, names)
