"""New files, made from templates that run in a sandbox: a workspace, a plan, a registration, a report."""

from dvk.skeletons.ci import ci_files, package_of_this_dvk
from dvk.skeletons.own_obligations import FILING_OPTIONS, WantedFiling
from dvk.skeletons.plan import PlanWishes, new_plan
from dvk.skeletons.registration import Budget, RegistrationWishes, new_registration
from dvk.skeletons.rendering import NewFile, Remark
from dvk.skeletons.report import ReportWishes, new_report
from dvk.skeletons.workspace import workspace_files

__all__ = [
    "FILING_OPTIONS",
    "Budget",
    "NewFile",
    "PlanWishes",
    "RegistrationWishes",
    "Remark",
    "ReportWishes",
    "WantedFiling",
    "ci_files",
    "new_plan",
    "new_registration",
    "new_report",
    "package_of_this_dvk",
    "workspace_files",
]
